# Tollwatch as an image, from what `mvn package` made:
#
#   mvn package && docker build -t tollwatch .
#
# Runs as a user without rights, on a root file system that may be read-only: only /var/lib/tollwatch (the data) and /tmp (native
# libraries unpack themselves there, so it must be allowed to execute) are written to. docs/deploying.md
ARG BASE_IMAGE=eclipse-temurin:25-jre
FROM ${BASE_IMAGE}

# The libraries change seldom and are most of it: a layer of their own.
COPY target/lib /opt/tollwatch/lib
COPY src/containers/app /opt/tollwatch/bin
COPY target/tollwatch.jar /opt/tollwatch/

# One count keeps the classes that every start loads; how much that saves is in docs/decisions/090-the-image.md.
COPY src/main/resources/samples/karabakh-2023.jsonl /tmp/
RUN mkdir -p -m 0750 /var/lib/tollwatch /run/tollwatch && chown 10001:10001 /var/lib/tollwatch /run/tollwatch && \
    /opt/tollwatch/bin/keep-classes /tmp/karabakh-2023.jsonl && rm -rf /tmp/* /tmp/.[!.]*

ENV LANG=C.UTF-8
USER 10001:10001
WORKDIR /var/lib/tollwatch
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=4s --start-period=120s --retries=3 CMD ["/opt/tollwatch/bin/healthy"]
ENTRYPOINT ["/opt/tollwatch/bin/tollwatch"]
CMD ["up", "--data", "/var/lib/tollwatch"]

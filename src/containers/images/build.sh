#!/usr/bin/env bash
# Makes every image that the tests need without asking any container registry: from Debian's packages and Maven Central.
# They carry the names of the public images, so that tests and compose files name the public ones and find these. An image is
# made again only when something that goes into it has changed: a second run does nothing.
#
#   src/containers/images/build.sh              all of them
#   src/containers/images/build.sh kafka        these, and what they stand on
#   src/containers/images/build.sh --list       their names
#
# compose is docker compose itself, in target/docker, where Docker has none: DOCKER_CONFIG=target/docker docker compose ...
# Needs a system with Debian's apt; installs what else is missing (the Docker engine, mmdebstrap, Maven), and starts the engine.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
project=$(cd "$here/../../.." && pwd -P)
work=$project/target/images
mkdir -p "$work"

version_of() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$project/pom.xml" | head -n 1; }

kafka=$(version_of kafka.version)
declare -A NAME=(
    [base]=tollwatch-tests/base:latest
    [kafka]=apache/kafka:$kafka
    [registry]=apicurio/apicurio-registry:3.3.3
    [prometheus]=prom/prometheus:v2.53.3
    [alertmanager]=prom/alertmanager:v0.28.1
    [tollwatch]=tollwatch:latest
)
ALL="kafka registry prometheus alertmanager tollwatch compose"
REGISTRY_APP=io.apicurio:apicurio-registry-app:${NAME[registry]##*:}:tar.gz:all
KEY=org.tollwatch.images.key

say() { echo "images: $*" >&2; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# What must be there to make images; asks Debian only for what is missing.
install_missing() {
    local missing=()
    command -v dockerd >/dev/null || docker info >/dev/null 2>&1 || missing+=(docker.io)
    command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
    command -v mvn >/dev/null || missing+=(maven)
    [ ${#missing[@]} -eq 0 ] && return
    say "installing ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Packages do not start the engine on machines without an init system.
start_engine() {
    docker info >/dev/null 2>&1 && return
    say "starting the Docker engine"
    as_root rm -f /var/run/docker.pid
    as_root sh -c 'nohup setsid dockerd >/var/log/tollwatch-dockerd.log 2>&1 </dev/null &'
    for _ in $(seq 120); do
        docker info >/dev/null 2>&1 && return
        sleep 0.5
    done
    say "the Docker engine does not answer; /var/log/tollwatch-dockerd.log says why"
    exit 1
}

# Of files and words: what an image is made of, in a word.
digest() { { printf '%s\n' "${@:2}"; cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum; } | sha256sum | cut -c1-32; }

key_of() { docker image inspect -f "{{index .Config.Labels \"$KEY\"}}" "${NAME[$1]}" 2>/dev/null || true; }

# Whether there is nothing to make: it is made of just this, or it is the public one, which is left alone.
is_there() {
    local key
    docker image inspect "${NAME[$1]}" >/dev/null 2>&1 || return 1
    key=$(key_of "$1")
    [ "$key" = "$2" ] || { [ -z "$key" ] && [ "$1" != tollwatch ] && say "${NAME[$1]} is the public one"; }
}

# build_image NAME KEY FOLDER ARGUMENT...
build_image() {
    say "making ${NAME[$1]}"
    DOCKER_BUILDKIT=0 docker build -q --force-rm --label "$KEY=$2" -t "${NAME[$1]}" "${@:4}" "$3" >/dev/null 2>"$work/$1.log" || {
        cat "$work/$1.log" >&2
        exit 1
    }
}

# One visit to Debian: a small system with a Java that the registry can run on, and the two packages of Prometheus beside it.
debian() {
    [ -f "$work/debian.key" ] && [ "$(cat "$work/debian.key")" = "$1" ] && [ -f "$work/base.tar" ] && return
    say "getting Debian's packages"
    rm -rf "$work/debs" "$work/base.tar" "$work/debian.key"
    mkdir -p "$work/debs"
    mmdebstrap -q --variant=extract \
        --include="$(paste -sd, "$here/base/packages")" \
        --extract-hook="cd '$work/debs' && APT_CONFIG=\"\$MMDEBSTRAP_APT_CONFIG\" apt-get -qq -o APT::Sandbox::User=root download $(paste -sd' ' "$here/base/beside")" \
        --extract-hook="sh '$here/base/finish.sh' \"\$1\"" \
        trixie "$work/base.tar"
    echo "$1" >"$work/debian.key"
}

debian_key() { digest "$here/base"; }

make_base() {
    local key
    key=$(debian_key)
    is_there base "$key" && return
    debian "$key"
    say "making ${NAME[base]}"
    docker import -c "LABEL $KEY=$key" \
        -c "ENV JAVA_HOME=/usr/lib/jvm/java PATH=/usr/lib/jvm/java/bin:/usr/bin:/usr/sbin LANG=C.UTF-8" \
        "$work/base.tar" "${NAME[base]}" >/dev/null
}

make_kafka() {
    local key folder=$work/kafka
    key=$(digest "$here/kafka" "$(key_of base)" "$kafka")
    is_there kafka "$key" && return
    rm -rf "$folder"
    cp -r "$here/kafka" "$folder"
    mvn -q -B -Dstyle.color=never -f "$folder/pom.xml" -Dkafka.version="$kafka" dependency:copy-dependencies -DoutputDirectory="$folder/libs"
    build_image kafka "$key" "$folder" --build-arg BASE_IMAGE="${NAME[base]}"
}

make_registry() {
    local key folder=$work/registry
    key=$(digest "$here/registry" "$(key_of base)" "$REGISTRY_APP")
    is_there registry "$key" && return
    rm -rf "$folder"
    cp -r "$here/registry" "$folder"
    (cd "$work" && mvn -q -B -Dstyle.color=never dependency:copy -Dartifact="$REGISTRY_APP" -DoutputDirectory="$folder" -Dmdep.stripVersion=true)
    mkdir "$folder/app"
    tar -xzf "$folder"/*.tar.gz -C "$folder/app"
    rm "$folder"/*.tar.gz
    build_image registry "$key" "$folder" --build-arg BASE_IMAGE="${NAME[base]}"
}

# from_package IMAGE PACKAGE...
from_package() {
    local key folder=$work/$1
    key=$(digest "$here/$1" "$(key_of base)")
    is_there "$1" "$key" && return
    debian "$(debian_key)"
    rm -rf "$folder"
    cp -r "$here/$1" "$folder"
    for package in "${@:2}"; do dpkg -x "$work/debs/$package"_*.deb "$folder/files"; done
    build_image "$1" "$key" "$folder" --build-arg BASE_IMAGE="${NAME[base]}"
}

make_prometheus() { from_package prometheus prometheus promtool; }
make_alertmanager() { from_package alertmanager prometheus-alertmanager; }

# Tollwatch's own Dockerfile, on our base.
make_tollwatch() {
    local key
    "$project/tollwatch" --version >/dev/null # builds target/tollwatch.jar when its sources have changed
    key=$(cd "$project" && { find Dockerfile .dockerignore target/tollwatch.jar target/lib src/containers/app src/main/resources/samples -type f -print0 | sort -z |
        xargs -0 sha256sum; key_of base; } | sha256sum | cut -c1-32)
    is_there tollwatch "$key" && return
    build_image tollwatch "$key" "$project" --build-arg BASE_IMAGE="${NAME[base]}"
}

# No image: docker compose, where Docker has none, in a configuration of Docker's that tests name.
make_compose() {
    local plugins=$project/target/docker/cli-plugins
    docker compose version >/dev/null 2>&1 && return
    [ -x "$plugins/docker-compose" ] && return
    debian "$(debian_key)"
    mkdir -p "$plugins"
    for plugin in docker-compose docker-buildx; do
        dpkg -x "$work/debs/$plugin"_*.deb "$work/plugins"
        cp "$work/plugins/usr/libexec/docker/cli-plugins/$plugin" "$plugins/"
    done
}

if [ "${1:-}" = --list ]; then
    for image in base ${ALL% compose}; do echo "${NAME[$image]}"; done
    exit
fi
for image in "$@"; do
    [[ " base $ALL " == *" $image "* ]] || { say "there is no image '$image'; there are: base $ALL"; exit 2; }
done

install_missing
start_engine
make_base
for image in ${*:-$ALL}; do "make_$image"; done

package org.tollwatch.serve;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.alert.AlertService;
import org.tollwatch.ask.AskException;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.policy.Policies;
import org.tollwatch.stream.StoresNotReadyException;
import org.tollwatch.stream.TallyService;

/** Answers over HTTP, on loopback. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String API = "/api/v1";

    private final Javalin http;
    private final Hub hub;
    private final Gauges gauges;

    private Server(Javalin http, Hub hub, Gauges gauges) {
        this.http = http;
        this.hub = hub;
        this.gauges = gauges;
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for any free one
     * @throws ServeException when the port is taken
     */
    public static Server start(
            int port, TallyService service, Conflicts conflicts, Policies policies, PrometheusMeterRegistry meters) {
        return start(port, service, conflicts, policies, meters, Optional.empty());
    }

    /** @param alerts empty where there are no rules */
    public static Server start(
            int port,
            TallyService service,
            Conflicts conflicts,
            Policies policies,
            PrometheusMeterRegistry meters,
            Optional<AlertService> alerts) {
        return start(
                port, service, conflicts, policies, meters, new Beside(alerts, Optional.empty(), Optional.empty()));
    }

    /** @param beside what else runs and can be asked */
    public static Server start(
            int port,
            TallyService service,
            Conflicts conflicts,
            Policies policies,
            PrometheusMeterRegistry meters,
            Beside beside) {
        Answers answers = new Answers(service, conflicts, policies, Policy.standard());
        return start(port, answers, meters, beside, new ReplayRoute(Optional.empty()));
    }

    /**
     * Starts to answer for a replay, which has no alerts, no feeds, and takes nothing in.
     *
     * @param playing how far it is
     * @param usual the policy that its tallies are made under
     */
    public static Server start(
            int port,
            TallyService service,
            Conflicts conflicts,
            Policies policies,
            PrometheusMeterRegistry meters,
            Supplier<Playing> playing,
            Policy usual) {
        Answers answers = new Answers(service, conflicts, policies, usual);
        return start(port, answers, meters, Beside.NOTHING, new ReplayRoute(Optional.of(playing)));
    }

    private static Server start(
            int port, Answers answers, PrometheusMeterRegistry meters, Beside beside, ReplayRoute replay) {
        Optional<AlertService> alerts = beside.alerts();
        TallyService service = answers.service();
        Conflicts conflicts = answers.conflicts();
        Gauges gauges = new Gauges(service, conflicts, meters, service.news().clock());
        Hub hub = new Hub(service.news(), conflicts, meters, gauges);
        Javalin http = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = InetAddress.getLoopbackAddress().getHostAddress();
            routes(config.routes, answers, new HealthRoutes(service, meters, alerts));
            config.requestLogger.http(new RequestTimes(meters, API + "/stream"));
            config.routes.get(HttpPeers.PATH + "{store}", new PartRoute(service, alerts)::part);
            config.routes.get(API + "/stream", new StreamRoute(answers, hub)::stream);
            config.routes.get(API + "/replay", replay::replay);
            config.routes.get(API + "/alerts", new AlertRoutes(answers, alerts)::alerts);
            PushRoutes pushes = new PushRoutes(beside.pushes());
            config.routes.post(API + "/reports", pushes::reports);
            config.routes.post(API + "/articles", pushes::articles);
            config.routes.get(API + "/feeds", new FeedRoutes(answers, beside.feeds())::feeds);
            problems(config.routes);
        });
        try {
            Server server = new Server(http.start(port), hub, gauges);
            hub.start();
            gauges.start();
            beside.feeds().ifPresent(feeds -> meters.getPrometheusRegistry().register(new FeedGauges(feeds)));
            return server;
        } catch (RuntimeException e) {
            gauges.close();
            throw new ServeException(
                    "Cannot listen on port " + port + "; choose another with --port, or stop what has it.", e);
        }
    }

    private static void routes(RoutesConfig to, Answers answers, HealthRoutes health) {
        ConflictRoutes conflicts = new ConflictRoutes(answers);
        TallyRoutes tallies = new TallyRoutes(answers);
        to.get(API + "/conflicts", conflicts::all);
        to.get(API + "/conflicts/{conflict}", conflicts::one);
        to.get(API + "/conflicts/{conflict}/parties", conflicts::parties);
        to.get(API + "/conflicts/{conflict}/places", conflicts::places);
        to.get(API + "/tallies", tallies::tallies);
        to.get(API + "/explain", tallies::explain);
        to.get(API + "/diff", tallies::diff);
        PageFiles files = new PageFiles();
        to.before(SafeHeaders::add);
        to.get("/", files::page);
        to.get("/web/<path>", files::file);
        SeriesRoutes series = new SeriesRoutes(answers);
        ClaimRoutes claims = new ClaimRoutes(answers);
        ReportRoutes reports = new ReportRoutes(answers);
        to.get(API + "/series", series::series);
        to.get(API + "/claims", claims::claims);
        to.get(API + "/claims/{claim}", claims::one);
        to.get(API + "/incidents", claims::incidents);
        to.get(API + "/reports", reports::reports);
        to.get(API + "/reports/{report}", reports::one);
        to.get(API + "/coverage", reports::coverage);
        ApiDocument document = new ApiDocument(answers);
        to.get(API + "/openapi.json", document::json);
        to.get(API + "/openapi.yaml", document::yaml);
        to.get("/livez", health::live);
        to.get("/readyz", health::ready);
        to.get("/metrics", health::metrics);
    }

    private static void problems(RoutesConfig to) {
        to.exception(ProblemException.class, (e, request) -> send(request, e.problem()));
        to.exception(AskException.class, (e, request) -> send(request, Problem.wrong(e.field(), e.getMessage())));
        to.exception(StoresNotReadyException.class, (e, request) -> {
            request.header("Retry-After", "1");
            send(request, Problem.notReady(e.getMessage()));
        });
        to.exception(Exception.class, (e, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            send(request, new Problem(500, "An error of Tollwatch itself", e.toString(), Optional.empty()));
        });
        to.exception(HttpResponseException.class, (e, request) -> send(request, unasked(e, request)));
    }

    private static Problem unasked(HttpResponseException e, Context request) {
        return e.getStatus() == 404
                ? Problem.absent(
                        "There is nothing at " + request.path() + "; " + API + "/openapi.json lists what there is.")
                : new Problem(e.getStatus(), "This cannot be asked", e.getMessage(), Optional.empty());
    }

    private static void send(Context request, Problem problem) {
        request.status(problem.status()).contentType(Problem.TYPE).result(problem.json());
    }

    /** Base URL, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + http.port();
    }

    /** Whether the stream has found its topics. */
    boolean isStreaming() {
        return hub.positions().isPresent();
    }

    /** The paths that are answered, with their parameters in braces; for the test of the document that lists them. */
    List<String> paths() {
        return http.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        hub.close();
        gauges.close();
        http.stop();
    }
}

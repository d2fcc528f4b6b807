package org.tollwatch.serve;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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
import org.tollwatch.serve.Doorkeeper.Needs;
import org.tollwatch.stream.StoresNotReadyException;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.TallyService;

/** Answers over HTTP, to whom the door lets in. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String API = "/api/v1";

    private final Javalin http;
    private final Door door;
    private final Hub hub;
    private final Gauges gauges;

    private Server(Javalin http, Door door, Hub hub, Gauges gauges) {
        this.http = http;
        this.door = door;
        this.hub = hub;
        this.gauges = gauges;
    }

    /**
     * Starts to answer.
     *
     * @throws ServeException when the port is taken
     */
    public static Server start(
            Door door, TallyService service, Conflicts conflicts, Policies policies, PrometheusMeterRegistry meters) {
        return start(door, service, conflicts, policies, meters, Optional.empty());
    }

    /** @param alerts empty where there are no rules */
    public static Server start(
            Door door,
            TallyService service,
            Conflicts conflicts,
            Policies policies,
            PrometheusMeterRegistry meters,
            Optional<AlertService> alerts) {
        return start(
                door, service, conflicts, policies, meters, new Beside(alerts, Optional.empty(), Optional.empty()));
    }

    /** @param beside what else runs and can be asked */
    public static Server start(
            Door door,
            TallyService service,
            Conflicts conflicts,
            Policies policies,
            PrometheusMeterRegistry meters,
            Beside beside) {
        Answers answers = new Answers(service, conflicts, policies, Policy.standard());
        return start(door, answers, meters, beside, new ReplayRoute(Optional.empty()));
    }

    /**
     * Starts to answer for a replay, which has no alerts, no feeds, and takes nothing in.
     *
     * @param playing how far it is
     * @param usual the policy that its tallies are made under
     */
    public static Server start(
            Door door,
            TallyService service,
            Conflicts conflicts,
            Policies policies,
            PrometheusMeterRegistry meters,
            Supplier<Playing> playing,
            Policy usual) {
        Answers answers = new Answers(service, conflicts, policies, usual);
        return start(door, answers, meters, Beside.NOTHING, new ReplayRoute(Optional.of(playing)));
    }

    private static Server start(
            Door door, Answers answers, PrometheusMeterRegistry meters, Beside beside, ReplayRoute replay) {
        Optional<AlertService> alerts = beside.alerts();
        TallyService service = answers.service();
        Conflicts conflicts = answers.conflicts();
        Gauges gauges = new Gauges(service, conflicts, meters, service.news().clock());
        Hub hub = new Hub(service.news(), conflicts, meters, gauges);
        Javalin http = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            new Limits(door, meters).on(config.jetty);
            config.routes.before(SafeHeaders::add);
            config.routes.beforeMatched(new Doorkeeper(door.gate())::ask);
            routes(config.routes, answers, new HealthRoutes(service, meters, alerts));
            config.requestLogger.http(new RequestTimes(meters, API + "/stream"));
            config.routes.get(HttpPeers.PATH + "{store}", new PartRoute(service, alerts)::part, Needs.ADMIN);
            config.routes.get(API + "/stream", new StreamRoute(answers, hub)::stream, Needs.READ);
            config.routes.get(API + "/replay", replay::replay, Needs.READ);
            config.routes.get(API + "/alerts", new AlertRoutes(answers, alerts)::alerts, Needs.READ);
            PushRoutes pushes = new PushRoutes(beside.pushes());
            config.routes.post(API + "/reports", pushes::reports, Needs.PUSH);
            config.routes.post(API + "/articles", pushes::articles, Needs.PUSH);
            config.routes.get(API + "/feeds", new FeedRoutes(answers, beside.feeds())::feeds, Needs.READ);
            problems(config.routes);
        });
        try {
            Server server = new Server(http.start(), door, hub, gauges);
            hub.start();
            gauges.start();
            beside.feeds().ifPresent(feeds -> meters.getPrometheusRegistry().register(new FeedGauges(feeds)));
            return server;
        } catch (RuntimeException e) {
            gauges.close();
            throw new ServeException(
                    "Cannot listen at " + door.reachedAt() + " (" + StreamException.rootOf(e)
                            + "); choose another with --port or --listen, or stop what has it.",
                    e);
        }
    }

    private static void routes(RoutesConfig to, Answers answers, HealthRoutes health) {
        ConflictRoutes conflicts = new ConflictRoutes(answers);
        TallyRoutes tallies = new TallyRoutes(answers);
        to.get(API + "/conflicts", conflicts::all, Needs.READ);
        to.get(API + "/conflicts/{conflict}", conflicts::one, Needs.READ);
        to.get(API + "/conflicts/{conflict}/parties", conflicts::parties, Needs.READ);
        to.get(API + "/conflicts/{conflict}/places", conflicts::places, Needs.READ);
        to.get(API + "/tallies", tallies::tallies, Needs.READ);
        to.get(API + "/explain", tallies::explain, Needs.READ);
        to.get(API + "/diff", tallies::diff, Needs.READ);
        PageFiles files = new PageFiles();
        to.get("/", files::page, Needs.READ);
        to.get("/web/<path>", files::file, Needs.READ);
        SeriesRoutes series = new SeriesRoutes(answers);
        ClaimRoutes claims = new ClaimRoutes(answers);
        ReportRoutes reports = new ReportRoutes(answers);
        to.get(API + "/series", series::series, Needs.READ);
        to.get(API + "/claims", claims::claims, Needs.READ);
        to.get(API + "/claims/{claim}", claims::one, Needs.READ);
        to.get(API + "/incidents", claims::incidents, Needs.READ);
        to.get(API + "/reports", reports::reports, Needs.READ);
        to.get(API + "/reports/{report}", reports::one, Needs.READ);
        to.get(API + "/coverage", reports::coverage, Needs.READ);
        ApiDocument document = new ApiDocument(answers);
        to.get(API + "/openapi.json", document::json, Needs.READ);
        to.get(API + "/openapi.yaml", document::yaml, Needs.READ);
        to.get("/livez", health::live, Needs.NOTHING);
        to.get("/readyz", health::ready, Needs.NOTHING);
        to.get("/metrics", health::metrics, Needs.READ);
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

    /** Base URL as this machine can use it, without a slash at the end. */
    public String url() {
        return "http://" + door.host() + ":" + http.port();
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

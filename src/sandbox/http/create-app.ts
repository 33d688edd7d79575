import { Hono } from "hono";
import { createBlobLinks } from "../blobs/blob-links.ts";
import { createFaults } from "../faults.ts";
import { groupBy } from "../group-by.ts";
import type { Services } from "../services.ts";
import { blobRoutes } from "./blob-routes.ts";
import { callbackRoutes } from "./callback-routes.ts";
import { controlRoutes } from "./control-routes.ts";
import { openToOrigins, preflight } from "./cross-origin.ts";
import { documentRoutes } from "./document-routes.ts";
import { behindGateway } from "./gateway.ts";
import type { Route } from "./implement.ts";
import type { Peer, Surroundings } from "./incoming.ts";
import { meetFault } from "./meet-fault.ts";
import { notImitated } from "./not-imitated.ts";
import { printDocumentOf } from "./print-document.ts";
import { problem, problemResponse } from "./problems.ts";
import { createRateLimit } from "./rate-limit.ts";
import { recipeRoutes } from "./recipe-routes.ts";
import { stepRoutes } from "./step-routes.ts";
import { tagRoutes } from "./tag-routes.ts";
import { workflowRoutes } from "./workflow-routes.ts";

export type AppOptions = {
  /** Makes the OpenAPI document that the server answers; asked once. */
  printDocument: () => unknown;
  /** Hears of defects; a caller is told no more than that there was one. */
  onError: (error: unknown) => void;
  /**
   * Put a prepared database in the place of the one that is worked on, once everything else is answered. `false` while
   * another one is being put there.
   */
  replaceDatabase: (draft: string) => Promise<boolean>;
  /** How long the gateway of the hosted dialect lets a request last; 100 s where nothing is said. */
  gatewaySeconds: number;
};

/** Where nobody wants to hear of defects, they are warnings of the process. */
const warn = (error: unknown) => process.emitWarning(error instanceof Error ? error : String(error));

/** Answers requests; rejects with `DroppedConnection` where an armed fault wants no answer. */
export type App = { fetch(request: Request, peer?: Peer): Promise<Response> };

/** Put all routes together, and what is the same for all of them around. */
export function createApp(services: Services, options: Partial<AppOptions> = {}): App {
  const { dialect, closing } = services;
  const {
    printDocument = () => printDocumentOf(services.options),
    onError = warn,
    replaceDatabase = async () => false,
  } = options;
  const gatewaySeconds = dialect.gatewaySeconds && (options.gatewaySeconds ?? dialect.gatewaySeconds);
  const surroundings: Surroundings = {
    services,
    rateLimit: createRateLimit(services.clock, services.options.rateLimit, dialect.limitName),
    faults: createFaults(),
    links: createBlobLinks(services.store.meta, services.clock, dialect, services.options.urlTtlSeconds),
    replaceDatabase,
  };
  const routes = [
    ...workflowRoutes,
    ...tagRoutes,
    ...stepRoutes,
    ...recipeRoutes,
    ...blobRoutes,
    ...controlRoutes,
    ...callbackRoutes,
    ...documentRoutes(printDocument),
  ].filter(({ operation }) => dialect.offer(operation) !== undefined);
  const router = createRouter(routes, surroundings, onError);

  // A Request that nobody holds is collected, and with it the news that its caller has gone away.
  const inFlight = new Set<Request>();

  return {
    async fetch(request, peer = { isLoopback: true }) {
      inFlight.add(request);
      try {
        return await answer(request, peer);
      } finally {
        inFlight.delete(request);
      }
    },
  };

  async function answer(request: Request, peer: Peer): Promise<Response> {
    const { pathname: path, searchParams } = new URL(request.url);
    if (path.startsWith("/_sandbox/")) return router.fetch(request, { peer, signal: request.signal });
    const canFail = path.startsWith("/v2/") && request.method !== "OPTIONS";
    const isWhatif = [...searchParams].some(([name, value]) => /^whatif=true$/i.test(`${name}=${value}`));
    const fault = canFail ? surroundings.faults.meet({ method: request.method, path, isWhatif }) : undefined;
    const response = await behindGateway(gatewaySeconds, request.signal, async (signal) => {
      const work = async () => router.fetch(request, { peer, signal });
      return fault ? meetFault(fault, [signal, closing], dialect, work) : work();
    });
    return openToOrigins(response);
  }
}

type Router = Hono<{ Bindings: { peer: Peer; signal: AbortSignal } }>;

function createRouter(routes: readonly Route[], surroundings: Surroundings, onError: (error: unknown) => void): Router {
  const router: Router = new Hono();
  const { dialect } = surroundings.services;
  for (const [path, atPath] of groupBy(routes, ({ operation }) => operation.path)) {
    const allowed = methodsOf(atPath);
    router.all(path.replace(/\{(\w+)\}/g, ":$1"), (context) => {
      const request = context.req.raw;
      if (request.method === "OPTIONS" && !path.startsWith("/_sandbox/")) return preflight(request, allowed);
      const route = findRoute(atPath, request.method);
      if (!route) {
        const refused = problem(405, `${request.method} is not offered here; ${allowed.join(", ")} is.`);
        return problemResponse({ ...refused, headers: { Allow: allowed.join(", ") } }, dialect);
      }
      const url = new URL(request.url);
      return route.answer({ ...surroundings, ...context.env, request, url, pathParams: context.req.param() });
    });
  }
  router.notFound(({ req: { path } }) => {
    const part = notImitated(path);
    const missing = part
      ? problem(404, `The hosted API has ${part} here; the sandbox does not imitate it.`)
      : problem(404, `There is nothing at ${path}.`);
    return problemResponse(missing, dialect);
  });
  router.onError((error, context) => {
    // Who goes away in the middle of a body is no defect.
    if (!context.req.raw.signal.aborted) onError(error);
    return problemResponse(problem(500, "The sandbox failed at this; its log says more."), dialect);
  });
  return router;
}

/** HEAD is a GET without its body, unless it is an operation of its own. */
function findRoute(atPath: readonly Route[], method: string): Route | undefined {
  const own = atPath.find(({ operation }) => operation.method === method);
  return own ?? (method === "HEAD" ? atPath.find(({ operation }) => operation.method === "GET") : undefined);
}

function methodsOf(atPath: readonly Route[]): string[] {
  const methods = new Set<string>(atPath.map(({ operation }) => operation.method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods, "OPTIONS"];
}

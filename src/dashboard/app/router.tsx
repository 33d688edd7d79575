import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { prefetchList } from "#dashboard/api/list-queries.ts";
import { listRows } from "#dashboard/api/list-row.ts";
import { workflowQuery } from "#dashboard/api/workflow-queries.ts";
import type { BuilderView } from "#dashboard/features/builder/builder-toolbar.tsx";
import type { DeskGrouping } from "#dashboard/features/release/group-desk.ts";
import { type ListSearch, readListSearch, toListFilter } from "#dashboard/features/workflow-list/list-search.ts";
import { defaultSearch } from "#dashboard/features/workflow-list/saved-views.ts";
import { NotFound } from "./not-found.tsx";
import { PageProblem } from "./page-problem.tsx";
import { WorkflowListPage } from "./pages/workflow-list-page.tsx";
import { onlyRead, parseSearch, printSearch } from "./search-params.ts";
import { Shell } from "./shell.tsx";
import type { Workspace } from "./workspace.ts";

const root = createRootRouteWithContext<{ workspace: Workspace }>()({
  component: Shell,
  notFoundComponent: NotFound,
});

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/workflows", search: defaultSearch(), replace: true });
  },
});

// The list is where nearly every visit begins: its code comes with the frame, in one round trip.
// Loaders start the requests of a page while its code is still on the way; they wait for neither.
const workflows = createRoute({
  getParentRoute: () => root,
  path: "/workflows",
  validateSearch: onlyRead(readListSearch),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { workspace }, deps }) => {
    void prefetchList(workspace.queryClient, workspace.api, toListFilter(deps), listRows);
  },
  component: WorkflowListPage,
});

/** Which workflow or template to start from, which draft to go on with, and how to look at it. */
type NewWorkflowSearch = { from?: string; template?: string; draft?: string; view?: BuilderView };

const readNewWorkflowSearch = onlyRead(
  ({ from, template, view, draft }: Record<string, unknown>): NewWorkflowSearch => ({
    ...(typeof draft === "string" ? { draft } : {}),
    ...(typeof from === "string" ? { from } : {}),
    ...(typeof template === "string" ? { template } : {}),
    ...(view === "list" || view === "graph" || view === "json" ? { view } : {}),
  }),
);

const newWorkflow = createRoute({
  getParentRoute: () => root,
  path: "/workflows/new",
  validateSearch: readNewWorkflowSearch,
  beforeLoad: ({ search }) => {
    // A draft of its own from the start: after a reload it goes on where it was, and not from the workflow again.
    const startsAnew = (search.from ?? search.template) !== undefined && search.draft === undefined;
    if (startsAnew)
      throw redirect({ to: "/workflows/new", search: { ...search, draft: crypto.randomUUID() }, replace: true });
  },
  component: lazyRouteComponent(() => import("./pages/new-workflow-page.tsx"), "NewWorkflowPage"),
});

/** How to show the course of the work, which output is open large, and which one is compared with it. */
type WorkflowSearch = { view?: "timeline" | "graph"; output?: string; beside?: string };

const workflow = createRoute({
  getParentRoute: () => root,
  path: "/workflows/$workflowId",
  validateSearch: onlyRead(
    ({ output, beside, view }: Record<string, unknown>): WorkflowSearch => ({
      ...(view === "timeline" || view === "graph" ? { view } : {}),
      ...(typeof output === "string" ? { output } : {}),
      ...(typeof output === "string" && typeof beside === "string" ? { beside } : {}),
    }),
  ),
  loader: ({ context: { workspace }, params }) => {
    void workspace.queryClient.prefetchQuery(workflowQuery(workspace.api, params.workflowId));
  },
  component: lazyRouteComponent(() => import("./pages/workflow-page.tsx"), "WorkflowPage"),
});

const templates = createRoute({
  getParentRoute: () => root,
  path: "/templates",
  validateSearch: onlyRead<{ template?: string }>(({ template }) => (typeof template === "string" ? { template } : {})),
  component: lazyRouteComponent(() => import("./pages/templates-page.tsx"), "TemplatesPage"),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: "/connections",
  component: lazyRouteComponent(() => import("./pages/connections-page.tsx"), "ConnectionsPage"),
});

const spend = createRoute({
  getParentRoute: () => root,
  path: "/spend",
  validateSearch: onlyRead<Pick<ListSearch, "tags" | "from" | "to">>((search) => {
    const { tags, from, to } = readListSearch(search);
    return { ...(tags ? { tags } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }),
  component: lazyRouteComponent(() => import("./pages/spend-page.tsx"), "SpendPage"),
});

const sandbox = createRoute({
  getParentRoute: () => root,
  path: "/sandbox",
  component: lazyRouteComponent(() => import("./pages/sandbox-page.tsx"), "SandboxPage"),
});

type ReleaseSearch = { group?: DeskGrouping; reviewed?: true; q?: string };

const release = createRoute({
  getParentRoute: () => root,
  path: "/release",
  validateSearch: onlyRead(
    ({ group, reviewed, q }: Record<string, unknown>): ReleaseSearch => ({
      ...(typeof q === "string" && q !== "" ? { q } : {}),
      ...(group === "tag" || group === "template" ? { group } : {}),
      ...(reviewed === true || reviewed === "true" ? { reviewed: true } : {}),
    }),
  ),
  component: lazyRouteComponent(() => import("./pages/release-page.tsx"), "ReleasePage"),
});

/** The router over all screens. Its context, the workspace of the active connection, is given where it is rendered. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    workflows,
    newWorkflow,
    workflow,
    templates,
    connections,
    spend,
    sandbox,
    release,
  ]),
  // Proven by App: RouterProvider always gets the workspace before a loader runs.
  context: { workspace: undefined as unknown as Workspace },
  parseSearch,
  stringifySearch: printSearch,
  defaultPreload: "intent",
  defaultErrorComponent: PageProblem,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

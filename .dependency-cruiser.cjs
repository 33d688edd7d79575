/**
 * The borders of docs/decisions/0001-four-worlds.md. Only imports are seen here; what a world may use of its
 * platform (DOM, Node) is a matter of the `lib` and `types` of its tsconfig.json.
 */
const between = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const island = "^src/dashboard/features/([^/]+)/";
const tests = "\\.test(-d)?\\.tsx?$";

module.exports = {
  forbidden: [
    between(
      "no-cycles",
      "A cycle hides which file comes first.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    between("resolvable", "Every import leads somewhere.", {}, { couldNotResolve: true }),

    between(
      "contract-knows-zod-only",
      "The contract is what both sides share: zod, nothing else.",
      { path: "^src/contract/", pathNot: tests },
      { pathNot: "^(src/contract/|node_modules/zod/)" },
    ),
    between(
      "dashboard-knows-contract",
      "The dashboard meets the sandbox over HTTP only.",
      { path: "^src/dashboard/", pathNot: `${tests}|^src/dashboard/testing/` },
      { path: "^(src/(sandbox|host)|e2e|bench)/" },
    ),
    between(
      "sandbox-knows-contract",
      "The sandbox stands alone.",
      { path: "^src/sandbox/" },
      { path: "^(src/(dashboard|host)|e2e|bench)/" },
    ),
    between(
      "nobody-knows-host",
      "The host is the outermost world.",
      { path: "^src/(contract|dashboard|sandbox)/", pathNot: `${tests}|^src/dashboard/testing/` },
      { path: "^src/host/" },
    ),
    between(
      "host-knows-no-dashboard",
      "The host serves the built dashboard; it imports none of it.",
      { path: "^src/host/" },
      { path: "^src/dashboard/" },
    ),
    between(
      "e2e-knows-types-only",
      "Journeys go through HTTP and the browser.",
      { path: "^e2e/" },
      { path: "^src/", pathNot: "^src/contract/" },
    ),

    between(
      "ui-knows-nothing",
      "The kit knows no domain word.",
      { path: "^src/dashboard/ui/" },
      { path: "^src/(contract|dashboard/(?!ui/))" },
    ),
    between(
      "display-fetches-nothing",
      "Display draws contract values.",
      { path: "^src/dashboard/display/", pathNot: tests },
      { path: "^src/dashboard/(api|features|app)/" },
    ),
    between(
      "api-draws-nothing",
      "The door to the network knows no screen.",
      { path: "^src/dashboard/api/", pathNot: tests },
      { path: "^src/dashboard/(ui|display|features|app)/" },
    ),
    between(
      "features-are-islands",
      "Features meet in a page of app/.",
      { path: island },
      { path: "^src/dashboard/features/", pathNot: "^src/dashboard/features/$1/" },
    ),
    between(
      "features-below-app",
      "app composes features, never the reverse.",
      { path: "^src/dashboard/features/", pathNot: tests },
      { path: "^src/dashboard/app/" },
    ),

    between(
      "sql-in-store-only",
      "SQL lives in the store.",
      { path: "^src/", pathNot: "^src/sandbox/store/" },
      { path: "node_modules/@photostructure/sqlite" },
    ),
    between(
      "store-is-the-floor",
      "The store knows no use case.",
      { path: "^src/sandbox/store/", pathNot: tests },
      { path: "^src/sandbox/(http|workflows|engine|moderation|steps|callbacks|create-sandbox)" },
    ),
    between(
      "engine-below-workflows",
      "The engine knows no route and no use case.",
      { path: "^src/sandbox/(engine|ledger|moderation)/", pathNot: tests },
      { path: "^src/sandbox/(http|workflows|create-sandbox)" },
    ),
    between(
      "steps-know-contract",
      "A step handler gets all it needs as arguments.",
      { path: "^src/sandbox/steps/", pathNot: tests },
      { path: "^src/sandbox/(http|workflows|engine|ledger|store|create-sandbox)" },
    ),
    between(
      "workflows-below-http",
      "Use cases know no HTTP.",
      { path: "^src/sandbox/workflows/", pathNot: tests },
      { path: "^src/sandbox/(http/|create-sandbox)" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};

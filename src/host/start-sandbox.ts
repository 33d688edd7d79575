import { runProcess } from "./run-process.ts";

/*
 * `npm run sandbox`: the API alone, without the dashboard.
 */
await runProcess("Sandbox");

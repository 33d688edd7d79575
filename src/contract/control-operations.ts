import * as z from "zod/mini";
import { accountSchema, balancesSchema, getAccount, sandboxToken } from "./account-operation.ts";
import { callbackOperations } from "./callback-operations.ts";
import { bytes, empty, json, type Operation, operation } from "./operation.ts";
import { refused } from "./refusals.ts";

/*
 * What only a sandbox offers: `/_sandbox/*`, for loopback callers. The hosted API has none of it.
 * Source: decisions, "Accounts and authorisation", "Scenarios and faults".
 */

const tag = "Sandbox";

/** The faults that can be armed. Source: decisions, "Scenarios and faults". */
export const faultKinds = ["429", "500", "502-html", "524", "hang", "drop", "drop-after-commit"] as const;
export const faultSchema = z.object({
  kind: z.enum(faultKinds),
  times: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 1),
  match: z
    .optional(
      z.object({
        method: z.optional(z.string().check(z.toUpperCase())),
        path: z.optional(z.string()),
        whatif: z.optional(z.boolean()),
      }),
    )
    .check(
      z.describe(
        "Which requests meet the fault: a method, a prefix of the path, and whether it is a whatif (both, when not said).",
      ),
    ),
});
export type Fault = z.output<typeof faultSchema>;

export const openAccount = operation({
  id: "OpenSandboxAccount",
  method: "POST",
  path: "/_sandbox/accounts",
  summary: "Open an account with balances and permissions of one's choice",
  tag,
  access: "public",
  body: {
    kind: "json",
    mediaType: "application/json",
    schema: z.object({
      token: z
        .string()
        .check(z.regex(sandboxToken, 'A sandbox token looks like "sandbox_" and 4 or more letters, digits, _ or -.')),
      balances: z.optional(z.partial(balancesSchema)),
      permissions: z.optional(z.object({ write: z.optional(z.boolean()), mature: z.optional(z.boolean()) })),
    }),
  },
  responses: { 201: json(accountSchema, "The account."), 400: refused, 403: refused, 409: refused },
});

export const setBalances = operation({
  id: "SetSandboxBalances",
  method: "PUT",
  path: "/_sandbox/account/balances",
  summary: "Set balances of the bearer's account, by an entry of its ledger for each that changes",
  tag,
  access: "read",
  body: { kind: "json", mediaType: "application/json", schema: z.partial(balancesSchema) },
  responses: { 200: json(accountSchema, "The account as it is now."), 400: refused, 401: refused, 403: refused },
});

export const armFault = operation({
  id: "ArmFault",
  method: "POST",
  path: "/_sandbox/faults",
  summary: "Let the next matching requests meet a fault",
  tag,
  access: "public",
  body: { kind: "json", mediaType: "application/json", schema: faultSchema },
  responses: { 201: json(z.object({ faults: z.array(faultSchema) }), "What is armed."), 400: refused, 403: refused },
});

export const listFaults = operation({
  id: "ListFaults",
  method: "GET",
  path: "/_sandbox/faults",
  summary: "The faults that are armed",
  tag,
  access: "public",
  responses: { 200: json(z.object({ faults: z.array(faultSchema) }), "What is armed."), 403: refused },
});

export const disarmFaults = operation({
  id: "DisarmFaults",
  method: "DELETE",
  path: "/_sandbox/faults",
  summary: "Disarm all faults",
  tag,
  access: "public",
  responses: { 204: empty("Nothing is armed."), 403: refused },
});

/** The sandbox's time: what its clock says, how far that is ahead of the machine's, and how fast work goes. */
export const clockSchema = z.object({
  now: z.string(),
  aheadSeconds: z.number(),
  speed: z.number().check(z.positive()),
});
export type SandboxClock = z.output<typeof clockSchema>;

/** A year: further ahead than any retention. */
const aheadAtMost = 366 * 24 * 3600;

export const getClock = operation({
  id: "GetSandboxClock",
  method: "GET",
  path: "/_sandbox/clock",
  summary: "What the sandbox's clock says, and how fast work goes",
  tag,
  access: "public",
  responses: { 200: json(clockSchema, "The clock."), 403: refused },
});

export const moveClock = operation({
  id: "MoveSandboxClock",
  method: "POST",
  path: "/_sandbox/clock",
  summary: "Put the clock ahead, so that due work is done and links expire; or change how fast work goes from now on",
  tag,
  access: "public",
  body: {
    kind: "json",
    mediaType: "application/json",
    schema: z.object({
      advanceSeconds: z.optional(z.number().check(z.positive(), z.maximum(aheadAtMost))),
      speed: z.optional(z.number().check(z.positive(), z.maximum(1_000_000))),
    }),
  },
  responses: { 200: json(clockSchema, "The clock as it is now."), 400: refused, 403: refused },
});

export const resetAccount = operation({
  id: "ResetSandboxAccount",
  method: "POST",
  path: "/_sandbox/reset",
  summary: "Throw away everything of the bearer's account, and begin anew with demo data or with nothing",
  tag,
  access: "read",
  body: { kind: "json", mediaType: "application/json", schema: z.object({ seed: z.enum(["demo", "empty"]) }) },
  responses: { 200: json(accountSchema, "The new account."), 400: refused, 401: refused, 403: refused, 409: refused },
});

export const exportDatabase = operation({
  id: "ExportSandboxDatabase",
  method: "GET",
  path: "/_sandbox/database",
  summary: "A copy of the database file, with every account in it",
  tag,
  access: "public",
  responses: { 200: bytes("An SQLite file."), 403: refused },
});

export const importDatabase = operation({
  id: "ImportSandboxDatabase",
  method: "PUT",
  path: "/_sandbox/database",
  summary: "Go on with an exported database file in place of everything that is there",
  tag,
  access: "public",
  body: { kind: "bytes", maxBytes: 1024 * 1024 * 1024 },
  responses: { 204: empty("The file is in place."), 400: refused, 403: refused, 409: refused, 413: refused },
});

/** The operations of `/_sandbox`. */
export const controlOperations = [
  openAccount,
  getAccount,
  setBalances,
  armFault,
  listFaults,
  disarmFaults,
  getClock,
  moveClock,
  resetAccount,
  exportDatabase,
  importDatabase,
  ...callbackOperations,
] as const satisfies readonly Operation[];

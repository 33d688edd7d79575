import { json } from "./operation.ts";
import { problemSchema } from "./problem.ts";

/*
 * Why an operation refuses, as far as many of them say it in the same words.
 */

export const unauthorised = json(problemSchema, "The bearer token is missing or not valid.");
export const readOnly = json(problemSchema, "The token may only read.");
export const unknownWorkflow = json(problemSchema, "There is no such workflow in this account.");
export const tooManyRequests = json(problemSchema, "Too many requests; `Retry-After` says when to come back.");

/** Of what only a sandbox offers. */
export const refused = json(problemSchema, "Refused; the problem says why.");

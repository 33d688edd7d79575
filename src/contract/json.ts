import * as z from "zod/mini";

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object of any content: metadata, arguments. */
export const jsonObjectSchema = z
  // A record of zod loses the member "__proto__", which is one like any other.
  .custom<Record<string, unknown>>(isObject, "This is no JSON object.")
  .check(z.meta({ type: "object", propertyNames: { type: "string" }, additionalProperties: {} }));

/** Whether the value is an object and not an array or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

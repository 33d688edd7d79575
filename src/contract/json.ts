import * as z from "zod/mini";

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object of any content: metadata, arguments. */
export const jsonObjectSchema = z.record(z.string(), z.unknown());

/** Whether the value is an object and not an array or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

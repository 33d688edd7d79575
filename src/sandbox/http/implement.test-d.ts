import * as z from "zod/mini";
import { booleanParam, empty, integerParam, json, listParam, operation } from "#contract/operation.ts";
import type { Handler } from "./implement.ts";

/** An operation with one of everything. */
export const paint = operation({
  id: "Paint",
  method: "POST",
  path: "/v2/walls/{wall}",
  summary: "Paint a wall",
  tag: "Test",
  access: "write",
  params: z.object({ wall: z.string().check(z.minLength(1)) }),
  query: z.object({
    coats: integerParam({ min: 1, max: 3, default: 2 }),
    isMatt: booleanParam(false),
    helpers: listParam(z.string()),
  }),
  body: {
    kind: "json",
    mediaType: "application/json",
    schema: z.object({ colour: z.string(), tin: z.optional(z.object({ litres: z.number() })) }),
  },
  responses: { 200: json(z.object({ litres: z.number() }), "Painted."), 204: empty("Nothing to do.") },
});

/*
 * What the compiler refuses in a handler. Where it took such a line, the line would be an error of its own (an unused
 * @ts-expect-error), so `tsc -b` is the test.
 */
export const refusedByTheCompiler: Handler<typeof paint>[] = [
  // @ts-expect-error: the status is not declared.
  () => ({ status: 201, body: { litres: 1 } }),
  // @ts-expect-error: the body of a 200 has litres.
  () => ({ status: 200, body: { gallons: 1 } }),
  // @ts-expect-error: a 200 has a body.
  () => ({ status: 200 }),
  // @ts-expect-error: the operation has no such parameter.
  ({ query }) => ({ status: 200, body: { litres: query.layers } }),
  // @ts-expect-error: a colour is no number.
  ({ body }) => ({ status: 200, body: { litres: body.colour } }),
];

import * as z from "zod/mini";

const path = z.string().check(z.regex(/^(\/([^~/]|~[01])*)*$/, "A JSON Pointer is empty or starts with a slash."));

/** A JSON Patch (RFC 6902): operations applied in order, all or none. */
export const jsonPatchSchema = z
  .array(
    z.discriminatedUnion("op", [
      z.object({ op: z.literal("add"), path, value: z.unknown() }),
      z.object({ op: z.literal("remove"), path }),
      z.object({ op: z.literal("replace"), path, value: z.unknown() }),
      z.object({ op: z.literal("move"), path, from: path }),
      z.object({ op: z.literal("copy"), path, from: path }),
      z.object({ op: z.literal("test"), path, value: z.unknown() }),
    ]),
  )
  .check(z.minLength(1, "A JSON Patch has at least one operation."));
export type JsonPatch = z.output<typeof jsonPatchSchema>;

import { z } from "zod";
import { wan21Input } from "./wan-2-1.ts";
import { wan22Input, wan225bInput } from "./wan-2-2.ts";
import { wan25Input } from "./wan-2-5.ts";
import { wan26Input } from "./wan-2-6.ts";
import { wan27Input } from "./wan-2-7.ts";

/** Wan in all its versions. */
export const wanInput = z.discriminatedUnion("version", [
  wan27Input,
  wan26Input,
  wan25Input,
  wan22Input,
  wan225bInput,
  wan21Input,
]);

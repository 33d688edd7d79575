import { z } from "zod";
import { stepType } from "./step-type.ts";

export const echo = stepType({
  type: "echo",
  title: "Echo",
  description: "Answers its message. Costs little and makes no media: the natural smoke test.",
  group: "text",
  input: z.object({ message: z.string().describe("The message to be returned in the output.") }),
  output: z.object({ message: z.string() }),
});

import type { z } from "zod";
import type { echo } from "#contract/step-inputs/echo.ts";
import { flatPrice } from "./flat-price.ts";
import { stepHandler } from "./step-handler.ts";

export const echoHandler = stepHandler<z.output<typeof echo.input>>({
  type: "echo",
  // Its price is documented nowhere.
  price: () => flatPrice,
  durationSeconds: () => 0,
  itemCount: () => 1,
  run: async ({ message }) => ({ ok: true, output: { message } }),
});

import { echoHandler } from "./echo.ts";
import type { StepHandler } from "./step-handler.ts";

const handlers: readonly StepHandler[] = [echoHandler];

/** The handlers of the built-in step types, by the type's name on the wire. */
export const stepHandlers: ReadonlyMap<string, StepHandler> = new Map(
  handlers.map((handler) => [handler.type, handler]),
);

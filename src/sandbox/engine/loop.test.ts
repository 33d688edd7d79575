import { expect, it } from "vitest";
import { flux, httpTrial } from "../http/http-trial.ts";

it("takes up a step that comes due while the loop looks", async () => {
  const { sandbox, clock, submit, say } = httpTrial({ running: true, speed: 1000 });
  const { steps } = sandbox.services.store;
  const { due } = steps;
  steps.due = (...look) => {
    const found = due(...look);
    // What was not due yet is due before the look is over.
    if (found.length === 0) clock.advance(1);
    return found;
  };
  const { id } = await submit({ steps: [flux("a fox")] });
  const status = async () => (await say("GET", `/v2/consumer/workflows/${id}`)).body.status;
  await expect.poll(status, { timeout: 5000 }).toBe("succeeded");
  await sandbox.close();
});

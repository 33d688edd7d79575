import { expect, it } from "vitest";
import { problemOfResponse } from "./api-problem.ts";

it.each([
  [
    "in our words where the server repeats what HTTP calls it",
    500,
    { title: "Internal Server Error" },
    "The server failed",
  ],
  ["in our words for a refusal, too", 409, { title: "Conflict" }, "Too late for that"],
  ["in the server's words where they say more", 400, { title: "Insufficient Buzz" }, "Insufficient Buzz"],
])("says what happened %s", (_, status, body, title) => {
  expect(problemOfResponse(new Response(null, { status }), JSON.stringify(body)).title).toBe(title);
});

it("leaves nobody in doubt about what was done where nothing was to be done", () => {
  const failed = () => new Response(null, { status: 500 });
  expect(problemOfResponse(failed(), "").message).toBe("Nothing is known of what was done. Reading again is safe.");
  expect(problemOfResponse(failed(), "", true).message).toBe("It may answer in a moment.");
});

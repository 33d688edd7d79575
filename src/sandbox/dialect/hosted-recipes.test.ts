import { describe, expect, it } from "vitest";
import { flux, type HttpTrial, httpTrial } from "../http/http-trial.ts";

/* Recipes in the hosted dialect: they answer the step's output, and hold the connection until it is there (facts 1.5 #1). */

const recipes = "/v2/consumer/recipes";
const workflows = "/v2/consumer/workflows";
const hosted = () => httpTrial({ dialect: "hosted" });
const fox = { body: flux("a fox").input };

/** Let time pass until the workflow behind the request is stored, and the seconds after that. */
async function passOnceStored({ say, pass }: HttpTrial, seconds: number): Promise<void> {
  await expect.poll(async () => (await say("GET", workflows)).body.items.length).toBe(1);
  await pass(seconds);
}

describe("POST /v2/consumer/recipes/{recipe} in the hosted dialect", () => {
  it("200: holds the connection and answers the output alone", async () => {
    const trial = hosted();
    // A wait is no parameter of recipes: it shortens nothing.
    const held = trial.say("POST", `${recipes}/imageGen?wait=0`, fox);
    await passOnceStored(trial, 10);
    const { status, body } = await held;
    expect(status).toBe(200);
    expect(body).toEqual({ images: [expect.objectContaining({ available: true, url: expect.any(String) })] });
  });

  it("200: answers text in the same way", async () => {
    const trial = hosted();
    const held = trial.say("POST", `${recipes}/echo`, { body: { message: "hi" } });
    await passOnceStored(trial, 2);
    expect((await held).body).toEqual({ message: "hi" });
  });

  it("200: tells the price of a whatif in headers alone (facts 1.5 #2)", async () => {
    const { say } = hosted();
    const { status, headers, body } = await say("POST", `${recipes}/imageGen?whatif=true`, fox);
    expect(status).toBe(200);
    expect(body).toEqual({});
    expect(headers.get("X-Civitai-Cost-Total")).toBe("10");
    expect(headers.get("X-Civitai-Cost-By-Currency")).toBe("blue=10");
    expect(headers.get("X-Civitai-Insufficient-Buzz")).toBe("false");
    expect((await say("GET", workflows)).body.items).toEqual([]);
  });

  it("200: runs what nobody can read afterwards, as it waits by itself (facts 6, ephemeral)", async () => {
    const trial = hosted();
    const held = trial.say("POST", `${recipes}/echo?ephemeral=true`, { body: { message: "hi" } });
    await passOnceStored(trial, 3);
    expect((await held).body).toEqual({ message: "hi" });
    expect((await trial.say("GET", workflows)).body.items).toEqual([]);
  });

  it("400: says why the step came to nothing", async () => {
    const trial = hosted();
    const held = trial.say("POST", `${recipes}/imageGen`, { body: flux("a fox [fail]").input });
    await passOnceStored(trial, 10);
    expect(await held).toMatchObject({ status: 400, body: { status: 400, detail: expect.any(String) } });
  });

  it("524: the gateway gives up, and the work is canceled and refunded", async () => {
    const { say } = httpTrial({ dialect: "hosted" }, { gatewaySeconds: 0.05 });
    const { status, headers } = await say("POST", `${recipes}/imageGen`, fox);
    expect(status).toBe(524);
    expect(headers.get("Content-Type")).toBe("text/html");
    await expect
      .poll(async () => (await say("GET", workflows)).body.items)
      .toMatchObject([{ status: "canceled", transactions: { list: [{ type: "debit" }, { type: "credit" }] } }]);
  });

  it("cancels and refunds what was asked for over a connection that drops", async () => {
    const trial = hosted();
    const caller = new AbortController();
    const held = trial.say("POST", `${recipes}/imageGen`, { ...fox, signal: caller.signal });
    await passOnceStored(trial, 2);
    caller.abort();
    await held;
    expect((await trial.say("GET", workflows)).body.items).toMatchObject([
      {
        status: "canceled",
        transactions: {
          list: [
            { type: "debit", amount: 10 },
            { type: "credit", amount: 10 },
          ],
        },
      },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { controlOperations } from "#contract/control-operations.ts";
import { operations } from "#contract/operations.ts";
import { echo, httpTrial } from "./http-trial.ts";

const workflows = "/v2/consumer/workflows";

describe("routes", () => {
  it("offer every operation of the contract", async () => {
    const { say } = httpTrial();
    for (const { method, path } of [...operations, ...controlOperations]) {
      const answer = await say(method, path.replace(/\{\w+\}/g, "x"));
      expect(answer.status, `${method} ${path}`).not.toBe(405);
      expect(JSON.stringify(answer.body), `${method} ${path}`).not.toContain("There is nothing at");
    }
  });

  it.each(["/v2/resources", "/v2/resources/urn:air:sdxl:checkpoint:civitai:1@2", "/v2/services?limit=1"])(
    "404: say of %s that it is not imitated",
    async (path) => {
      const answer = await httpTrial().say("GET", path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
      expect(answer.body.detail).toContain("the sandbox does not imitate it");
    },
  );

  it("404: answer a problem for a path that is none", async () => {
    const answer = await httpTrial().say("GET", "/v2/consumer/nothing");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  });

  it("405: say which methods there are", async () => {
    const answer = await httpTrial().say("PUT", workflows, { body: {} });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("POST, GET, HEAD, OPTIONS");
  });

  it("500: tell a defect to the log, and nothing of it to the caller", async () => {
    const heard: unknown[] = [];
    const { say, sandbox } = httpTrial({}, { onError: (error) => heard.push(error) });
    sandbox.services.store.workflows.findRef = () => {
      throw new Error("the secret of line 42");
    };
    const answer = await say("GET", `${workflows}/wf_any`);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain("secret");
    expect(heard).toEqual([new Error("the secret of line 42")]);
  });

  it("answer the document that they were given", async () => {
    const { say } = httpTrial({}, { printDocument: () => ({ openapi: "3.1.0" }) });
    const answer = await say("GET", "/openapi/v2-consumers.json", { token: null });
    expect(answer).toMatchObject({ status: 200, body: { openapi: "3.1.0" } });
  });
});

describe("authorisation", () => {
  it("opens an account at a token's first use", async () => {
    const { say } = httpTrial();
    expect((await say("GET", workflows, { token: "sandbox_first" })).status).toBe(200);
    const { body } = await say("GET", "/_sandbox/account", { token: "sandbox_first" });
    expect(body.balances).toEqual({ blue: 500, green: 1000, yellow: 2000 });
  });

  it.each([null, "civitai-key-1234", "sandbox_abc", "sandbox_a b c d"])(
    "401: refuses the token %s and says what is taken",
    async (token) => {
      const answer = await httpTrial().say("GET", workflows, { token });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("WWW-Authenticate")).toContain("Bearer");
      expect(answer.body.detail).toContain("This is the sandbox");
      expect(answer.body.detail).toContain("sandbox_");
    },
  );

  it("keeps no token, only its hash", async () => {
    const { say, sandbox } = httpTrial();
    await say("GET", workflows, { token: "sandbox_secret_word" });
    expect(sandbox.services.store.accounts.findByTokenHash("sandbox_secret_word")).toBeUndefined();
    expect(sandbox.services.store.accounts.findById(1)).toBeDefined();
  });
});

describe("bodies", () => {
  it.each(["application/json; charset=utf-8", "text/json", "application/vnd.civitai+json"])(
    "are taken as %s",
    async (type) => {
      const body = JSON.stringify({ steps: [echo] });
      const answer = await httpTrial().say("POST", workflows, { body, headers: { "Content-Type": type } });
      expect(answer.status).toBe(202);
    },
  );

  it.each(["text/plain", "multipart/form-data", "application/x-www-form-urlencoded"])(
    "415: are not taken as %s",
    async (type) => {
      const body = JSON.stringify({ steps: [echo] });
      const answer = await httpTrial().say("POST", workflows, { body, headers: { "Content-Type": type } });
      expect(answer.status).toBe(415);
      expect(answer.body.detail).toContain("application/json");
    },
  );

  it("413: are at most 100 MiB of JSON", async () => {
    const headers = { "Content-Type": "application/json", "Content-Length": String(100 * 1024 * 1024 + 1) };
    expect((await httpTrial().say("POST", workflows, { body: "{}", headers })).status).toBe(413);
  });
});

describe("the rate limit", () => {
  const tight = () => httpTrial({ rateLimit: { perMinute: 60, burst: 2 } });

  it("429: refuses an account that asks too often, and says when to come back", async () => {
    const { say } = tight();
    await say("GET", workflows);
    expect((await say("GET", workflows)).headers.get("RateLimit")).toBe('"account";r=0;t=2');
    const answer = await say("GET", workflows);
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Retry-After")).toBe("1");
    expect(answer.headers.get("RateLimit")).toBe('"account";r=0;t=2');
    expect(answer.headers.get("RateLimit-Policy")).toBe('"account";q=2;w=2');
  });

  it("is generous unless it is set otherwise", async () => {
    const { say } = httpTrial();
    const { headers } = await say("GET", workflows);
    // A burst of 100, which 600 a minute fill again in 10 s.
    expect(headers.get("RateLimit-Policy")).toBe('"account";q=100;w=10');
  });

  it("lets it come back after that time", async () => {
    const { say, clock } = tight();
    for (let asked = 0; asked < 3; asked += 1) await say("GET", workflows);
    clock.advance(1);
    expect((await say("GET", workflows)).status).toBe(200);
    expect((await say("GET", workflows)).status).toBe(429);
  });

  it("is counted for each account by itself", async () => {
    const { say } = tight();
    for (let asked = 0; asked < 3; asked += 1) await say("GET", workflows);
    expect((await say("GET", workflows, { token: "sandbox_other" })).status).toBe(200);
  });
});

describe("pages of other origins", () => {
  it("may ask beforehand what they may send", async () => {
    const headers = { Origin: "https://page.example", "Access-Control-Request-Headers": "authorization,content-type" };
    const answer = await httpTrial().say("OPTIONS", workflows, { token: null, headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(answer.headers.get("Access-Control-Allow-Methods")).toContain("POST");
    expect(answer.headers.get("Access-Control-Allow-Headers")).toBe("authorization,content-type");
  });

  it("may read the price and the limits beside an answer, also a refusal", async () => {
    const { headers } = await httpTrial().say("GET", workflows, { token: null });
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Access-Control-Expose-Headers")).toContain("X-Civitai-Cost-Total");
    expect(headers.get("Access-Control-Expose-Headers")).toContain("Retry-After");
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBlobLinks } from "../blobs/blob-links.ts";
import { createMediaAccess } from "../blobs/media-access.ts";
import { manualClock } from "../clock.ts";
import { createServices } from "../create-services.ts";
import { createFaults } from "../faults.ts";
import { defaultRateLimit } from "../options.ts";
import type { Services } from "../services.ts";
import { paint } from "./implement.test-d.ts";
import { implement, type Route } from "./implement.ts";
import { problem } from "./problems.ts";
import { createRateLimit } from "./rate-limit.ts";

let services: Services;
beforeEach(() => {
  const options = { database: ":memory:", clock: manualClock("2026-11-24T10:00:00Z"), speed: 1, running: false };
  services = createServices({ ...options, rateLimit: defaultRateLimit }, createMediaAccess);
});
afterEach(() => services.store.close());

const headers = { Authorization: "Bearer sandbox_painter", "Content-Type": "application/json" };

/** Answer a request by one route alone. */
async function ask(route: Route, query: string, body: unknown) {
  const url = new URL(`http://127.0.0.1/v2/walls/north${query}`);
  const answer = await route.answer({
    services,
    rateLimit: createRateLimit(services.clock, services.options.rateLimit, "account"),
    faults: createFaults(),
    replaceDatabase: async () => false,
    links: createBlobLinks(services.store.meta, services.clock, services.dialect),
    request: new Request(url, { method: "POST", headers, body: JSON.stringify(body) }),
    signal: new AbortController().signal,
    url,
    pathParams: { wall: "north" },
    peer: { isLoopback: true },
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
}

describe("a bound operation", () => {
  it("takes the names of the query in any case, since a whatIf that is passed over would be charged", async () => {
    const heard: unknown[] = [];
    const route = implement(paint)(({ query }) => {
      heard.push(query);
      return { status: 200, body: { litres: 4 } };
    });
    await ask(route, "?ISMATT=true&Helpers=ann&helpers=ben&Coats=3", { colour: "red", tin: { litres: 1 } });
    expect(heard).toEqual([{ coats: 3, isMatt: true, helpers: ["ann", "ben"] }]);
  });

  it("gives the handler parameters, query with defaults, lists and the body, and names what no schema knows", async () => {
    const heard: unknown[] = [];
    const route = implement(paint)(({ params, query, body, dropped, account }) => {
      heard.push({ params, query, body, dropped, account });
      return { status: 200, body: { litres: 4 }, headers: { "X-Coats": String(query.coats) } };
    });
    const body = { colour: "red", tin: { litres: 1, lid: true }, brush: 1 };
    const answer = await ask(route, "?isMatt=TRUE&helpers=ann&colour=ignored", body);
    expect(heard).toEqual([
      {
        params: { wall: "north" },
        query: { coats: 2, isMatt: true, helpers: ["ann"] },
        body: { colour: "red", tin: { litres: 1 } },
        dropped: ["tin.lid", "brush"],
        account: { id: 1, permissions: { write: true, mature: true } },
      },
    ]);
    expect(answer).toMatchObject({ status: 200, body: { litres: 4 } });
    expect(answer.headers.get("X-Coats")).toBe("2");
    expect(answer.headers.get("RateLimit")).toContain("r=99");
  });

  it("reads a repeated parameter as a list, and refuses to guess where one value is meant", async () => {
    const route = implement(paint)(({ query }) => ({ status: 200, body: { litres: query.helpers.length } }));
    const colour = { colour: "red" };
    expect((await ask(route, "?helpers=ann&helpers=bob", colour)).body).toEqual({ litres: 2 });
    expect(await ask(route, "?coats=1&coats=2", colour)).toMatchObject({
      status: 400,
      body: { errors: { coats: {} } },
    });
  });

  it("answers an empty status without a body and a type", async () => {
    const answer = await ask(
      implement(paint)(() => ({ status: 204 })),
      "",
      { colour: "red" },
    );
    expect([answer.status, answer.body, answer.headers.get("Content-Type")]).toEqual([204, undefined, null]);
  });

  it("asks its guard before it reads the body", async () => {
    const route = implement(paint, () => problem(409, "The wall is wet."))(() => ({ status: 204 }));
    expect(await ask(route, "", "no colour at all")).toMatchObject({
      status: 409,
      body: { detail: "The wall is wet." },
    });
  });

  it("names the place of what is wrong in the body, and never calls its handler then", async () => {
    const route = implement(paint)(() => {
      throw new Error("The handler was called.");
    });
    const answer = await ask(route, "?coats=4", { colour: 1 });
    expect(answer).toMatchObject({ status: 400, body: { errors: { coats: {} } } });
    const other = await ask(route, "", { colour: "red", tin: { litres: "many" } });
    expect(Object.keys(other.body.errors)).toEqual(["tin.litres"]);
  });
});

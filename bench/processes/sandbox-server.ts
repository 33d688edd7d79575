import { listenerOf } from "#host/listener.ts";
import { systemClock } from "#sandbox/clock.ts";
import { createSandbox } from "#sandbox/create-sandbox.ts";
import { listenAndTell } from "./tell-facts.ts";

/*
 * The sandbox as `npm run sandbox` serves it, without a rate limit. Arguments: the database file, the speed.
 */
const [database = ":memory:", speed = "1"] = process.argv.slice(2);
const sandbox = createSandbox({
  ...{ database, clock: systemClock, speed: Number(speed), running: true },
  rateLimit: { perMinute: 1e9, burst: 1e9 },
});

listenAndTell(listenerOf((request, peer) => sandbox.fetch(request, peer)));

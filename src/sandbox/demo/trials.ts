import { chat, comfy, echo, flux, from, nanoBanana, rate, sdxl, textToImage } from "./demo-steps.ts";
import { story } from "./story.ts";

const trial = (...more: string[]) => ["trial", ...more];

/** What one tries on the side: comparisons, smoke tests, and failures of every kind. */
export const trials = [
  story(29.9, "Smoke test", trial("smoke"), [echo("Is anybody there?")]),
  story(27.6, "Sampler comparison", trial("comparison"), [
    textToImage("A red fox in tall grass, golden hour, 85mm", 4),
  ]),
  story(21.6, "No worker in time", trial(), [flux("Isometric city block at night, neon, tilt shift [expire]", 2)]),
  story(18.1, "Reference that leads nowhere", trial("smoke"), [
    flux("A paper boat in a puddle"),
    echo(from("generate", "output.images[3].url")),
  ]),
  story(11.8, "Style test: woodcut", trial("comparison"), [
    nanoBanana("A lighthouse in a storm, woodcut print", 2, "1:1"),
  ]),
  story(10.9, "Wrong briefing, stopped", trial(), [flux("Corporate handshake, stock photo", 4)], {
    afterwards: { kind: "cancel", seconds: 2 },
  }),
  story(9.4, "ComfyUI graph", trial("comparison"), [comfy("Dunes under a green aurora, long exposure", 2)]),
  story(6.6, "Arguments", trial("smoke"), [flux("placeholder"), echo({ $ref: "$arguments", path: "note" })], {
    arguments: { note: "One template, many runs." },
  }),
  story(4.9, "Rating check", trial("check"), [sdxl("A beach at noon, families, parasols"), rate()]),
  story(0.9, "Names for a glaze", trial("copy"), [chat("Suggest ten names for a moss-green ceramic glaze.")]),
];

type Template = (number: number) => object;

const flux = (prompt: string, more: object = {}) => ({ engine: "flux", prompt, width: 512, height: 512, ...more });
const template =
  (...steps: object[]): Template =>
  (number) => ({ tags: ["soak", `t${number % 7}`], metadata: { order: number, note: "harbour at dawn" }, steps });

const fromFirst = { $ref: "first", path: "output.images[0].url" };
const picture = { $type: "imageGen", name: "first", input: flux("a lighthouse in fog", { quantity: 2 }) };

const echo = template({ $type: "echo", input: { message: "hello" } });
const image = template({ $type: "imageGen", input: flux("a fox in the snow") });

/** What is submitted, one as often as the other: much that is quick, some that is media, chains, and cases. */
export const templates: readonly Template[] = [
  ...[echo, echo, echo, echo, echo, image, image, image],
  template({ $type: "textToImage", input: { prompt: "an owl at dusk", width: 512, height: 512 } }),
  template({ $type: "promptEnhancement", input: { ecosystem: "flux", prompt: "a bridge" } }),
  template({
    $type: "chatCompletion",
    input: { model: "openai/gpt-oss-120b", messages: [{ role: "user", content: "Name a boat." }] },
  }),
  template(picture, { $type: "convertImage", name: "second", input: { image: fromFirst, output: { format: "webp" } } }),
  template(picture, { $type: "imageUpscaler", name: "second", input: { image: fromFirst } }),
  template({
    $type: "videoGen",
    input: {
      engine: "wan",
      version: "v2.5",
      operation: "text-to-video",
      duration: 2,
      resolution: "480p",
      prompt: "waves at a pier",
    },
  }),
  template({ $type: "imageGen", input: flux("a moth [rated:x]") }),
  template({ $type: "imageGen", retries: 1, input: flux("a heron [fail-once]") }),
  template({ $type: "imageGen", input: flux("a hare [fail]") }),
];

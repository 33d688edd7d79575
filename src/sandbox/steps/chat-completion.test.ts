import { describe, expect, it } from "vitest";
import { chatCompletion } from "#contract/step-inputs/chat-completion.ts";
import { tryStep } from "./step-trial.ts";

const user = (content: unknown) => ({ role: "user", content });
const complete = async (input: object) => {
  const { output } = await tryStep("chatCompletion", { model: "openai/gpt-oss-120b", ...input });
  return chatCompletion.output.parse(output);
};
const answerTo = async (text: string, more: object = {}) =>
  (await complete({ messages: [user(text)], ...more })).choices[0]?.message.content ?? "";

describe("chatCompletion", () => {
  it("answers in the shape of the API", async () => {
    expect(await complete({ messages: [user("Hello!")] })).toMatchObject({
      id: expect.stringMatching(/^chatcmpl-\w{7}/),
      object: "chat.completion",
      created: Date.parse("2026-11-01T12:00:00Z") / 1000,
      model: "openai/gpt-oss-120b",
      choices: [
        { index: 0, message: { role: "assistant", content: expect.stringMatching(/^Hello!/) }, finishReason: "stop" },
      ],
    });
  });

  it("summarizes what it is given", async () => {
    const note = "Version 2 is out. It reads files twice as fast as before and needs half the memory. Thanks to all.";
    const answer = await answerTo(`Summarize this release note: ${note}`);
    expect(answer).toContain("Version 2 is out.");
    expect(answer).toContain("- It reads files twice as fast");
  });

  it("lists as many things as it is asked for", async () => {
    const [heading, ...items] = (await answerTo("Give me three ideas for a lighthouse museum")).split("\n");
    expect(heading).toBe("Here you are, three ideas for a lighthouse museum:");
    expect(items.map((item) => item.slice(0, 2))).toEqual(["1.", "2.", "3."]);
  });

  it("writes a poem, and another one about what comes next", async () => {
    expect((await answerTo("Write a haiku about the ocean.")).split("\n")).toHaveLength(3);
    const { choices } = await complete({
      messages: [
        user("Write a haiku about the ocean."),
        { role: "assistant", content: "Waves" },
        user("Now write one about mountains."),
      ],
    });
    expect(choices[0]?.message.content).toMatch(/mountains/i);
  });

  it("describes pictures", async () => {
    const content = [
      { type: "text", text: "Describe this image." },
      { type: "image_url", image_url: { url: "https://example.test/cat.png" } },
    ];
    const { choices } = await complete({ messages: [user(content)] });
    expect(choices[0]?.message.content).toMatch(/^The picture shows/);
  });

  it("keeps to one sentence when the system message says so", async () => {
    const system = { role: "system", content: "Respond in one sentence." };
    const { choices } = await complete({ messages: [system, user("Why is the sky blue?")] });
    expect(choices[0]?.message.content).toMatch(/^About why is the sky blue: [^.]+\.$/);
  });

  it("says the same to the same conversation, and gives different answers of n", async () => {
    const input = { messages: [user("Write a poem about snow")], n: 8 };
    const [one, other] = [await complete(input), await complete(input)];
    expect(one).toEqual(other);
    expect(one.choices.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(one.choices.map(({ message }) => message.content)).size).toBeGreaterThan(1);
  });

  it("answers JSON and the parsed value when asked", async () => {
    const { choices, parsed } = await complete({
      messages: [user("List ideas for a garden")],
      responseFormat: { type: "json_object" },
    });
    expect(parsed).toEqual(JSON.parse(choices[0]?.message.content ?? ""));
    expect(parsed).toMatchObject({ keywords: ["garden"] });
  });

  it("answers JSON of the given shape", async () => {
    const schema = {
      type: "object",
      required: ["title", "tags", "score", "mood"],
      properties: {
        title: { type: "string", maxLength: 12 },
        tags: { type: "array", items: { type: "string" }, maxItems: 2 },
        score: { type: "integer", minimum: 1, maximum: 5 },
        mood: { enum: ["calm", "wild"] },
      },
    };
    const { parsed } = await complete({
      messages: [user("Describe a garden at night")],
      responseFormat: { type: "json_schema", jsonSchema: { name: "idea", schema } },
    });
    expect(parsed).toEqual({
      title: expect.stringMatching(/^.{1,12}$/),
      tags: [expect.any(String), expect.any(String)],
      score: 3,
      mood: "calm",
    });
  });

  it("stops at a stop text and at the greatest length", async () => {
    const whole = await answerTo("Give me 5 tips on sailing");
    expect(await answerTo("Give me 5 tips on sailing", { stop: ["2."] })).toBe(whole.slice(0, whole.indexOf("2.")));
    const { choices, usage } = await complete({ messages: [user("Give me 5 tips on sailing")], maxTokens: 5 });
    expect(choices[0]).toMatchObject({ finishReason: "length", message: { content: whole.slice(0, 20) } });
    expect(usage?.completionTokens).toBe(5);
  });

  it("counts the tokens it read and wrote", async () => {
    const short = (await complete({ messages: [user("Hello!")] })).usage;
    const long = (await complete({ messages: [user("Hello! ".repeat(50))] })).usage;
    expect(long?.promptTokens).toBeGreaterThan(short?.promptTokens ?? 0);
    expect(short?.totalTokens).toBe((short?.promptTokens ?? 0) + (short?.completionTokens ?? 0));
  });

  it.each([
    ["required", "required"],
    ["the function's name", { type: "function", function: { name: "find_tag" } }],
  ])("calls a tool when tool_choice is %s", async (_, choice) => {
    const parameters = {
      type: "object",
      properties: { tag: { type: "string" }, most: { type: "integer", maximum: 5 } },
    };
    const { choices } = await complete({
      messages: [user("Show workflows tagged spring")],
      tools: [{ type: "function", function: { name: "find_tag", parameters } }],
      tool_choice: choice,
    });
    expect(choices[0]).toMatchObject({
      finishReason: "tool_calls",
      message: { content: null, tool_calls: [{ type: "function", function: { name: "find_tag" } }] },
    });
    const [call] = choices[0]?.message.tool_calls ?? [];
    expect(JSON.parse(call?.function.arguments ?? "")).toEqual({ tag: "workflows", most: 3 });
  });

  it("answers in words when no tool has to be called", async () => {
    const tools = [{ type: "function", function: { name: "find_tag" } }];
    expect(await answerTo("Hello!", { tools, tool_choice: "auto" })).toMatch(/^Hello!/);
  });

  it("draws pictures when asked for images", async () => {
    const { choices } = await complete({
      messages: [user("Draw a cat")],
      modalities: ["text", "image"],
      image_config: { image_size: "0.5K", n: 2 },
    });
    const urls = choices[0]?.message.images?.map(({ image_url }) => image_url.url.slice(0, 23));
    expect(urls).toEqual(["data:image/jpeg;base64,", "data:image/jpeg;base64,"]);
  });

  it("answers a schema that asks for endless lists and texts with long ones", async () => {
    const list = (items: object) => ({ type: "array", minItems: 2_000, items });
    const schema = list(list(list({ type: "string", minLength: 20_000_000 })));
    const { parsed } = await complete({
      messages: [user("List the tides")],
      responseFormat: { type: "json_schema", jsonSchema: { name: "tides", schema } },
    });
    expect(parsed).toHaveLength(64);
  });
});

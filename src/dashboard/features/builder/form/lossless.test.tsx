// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { type Chain, changeStep, emptyChain, parkValues } from "../chain.ts";
import { referenceSources } from "../reference-sources.ts";
import { addArgument, argumentsOf } from "../rest-members.ts";
import { StepForm } from "./step-form.tsx";

/* What is typed into a form comes back, whatever it gave way to in between. */

const catalogue = compileCatalogue(printOpenApi({ operations, stepTypes }));

afterEach(cleanup);

describe("a field", () => {
  it.each([
    ["prompt", "Prompt", "a lighthouse", "1. ask / Content, the first (text)"],
    ["seed", "Seed", 7, undefined],
    ["width", "Width", 640, undefined],
  ] as const)("goes from a value to a reference, an argument and JSON and back: %s", (name, label, value, output) => {
    const form = formOf("imageGen", { engine: "flux", prompt: "a fox", [name]: value });
    const choose = (item: string) => form.choose(label, item);

    if (output) {
      choose(output);
      expect(form.input()[name]).toEqual({ $ref: "ask", path: "output.choices[0].message.content" });
      choose("New argument from this value");
      expect(form.input()[name]).toEqual({ $ref: "$arguments", path: name });
    } else {
      choose("New argument from this value");
      expect(form.input()[name]).toEqual({ $ref: "$arguments", path: name });
    }
    expect(argumentsOf(form.chain().settings)).toEqual({ [name]: value });

    choose("Edit as JSON");
    expect(JSON.parse(form.json(label))).toEqual({ $ref: "$arguments", path: name });
    choose("Edit in the form");
    fireEvent.click(screen.getByRole("button", { name: `Give ${label} a value of its own` }));
    expect(form.input()[name]).toBe(value);

    choose("Edit as JSON");
    expect(form.json(label)).toBe(JSON.stringify(value));
    choose("Edit in the form");
    expect(form.input()[name]).toBe(value);
  });

  it("shows as JSON what its control can't show, and keeps it", () => {
    const form = formOf("imageGen", { engine: "flux", prompt: "a fox", steps: "thirty" });
    expect(form.json("Steps")).toBe('"thirty"');
    expect(form.input().steps).toBe("thirty");
  });

  it("keeps the last good value while its JSON is none", () => {
    const form = formOf("imageGen", { engine: "flux", prompt: "a fox" });
    form.choose("Prompt", "Edit as JSON");
    const box = screen.getByRole("textbox", { name: "Prompt" });
    fireEvent.change(box, { target: { value: '"a fo' } });
    expect(box).toHaveProperty("value", '"a fo');
    expect(screen.getByText(/The last good value counts/)).toBeTruthy();
    expect(form.input().prompt).toBe("a fox");
  });
});

describe("an object of a few optional fields", () => {
  it("shows them at once, where there is nothing else to see", () => {
    formOf("convertImage", { image: "https://x.example/a.png", output: { format: "jpeg" } });
    const output = within(screen.getByRole("group", { name: "Output" }));
    expect(output.getByLabelText("Quality")).toBeTruthy();
    expect(output.queryByText("More")).toBeNull();
  });
});

describe("a graph of nodes", () => {
  it("is pasted as JSON first, and edited in the form on demand", () => {
    const form = formOf("comfy", {});
    const graph = { "3": { classType: "KSampler", inputs: { seed: 5 } } };
    const box = screen.getByRole("textbox", { name: "Comfy workflow" });
    fireEvent.change(box, { target: { value: JSON.stringify(graph) } });
    expect(form.input().comfyWorkflow).toEqual(graph);
    fireEvent.click(screen.getByRole("button", { name: "Edit in the form" }));
    expect(screen.getByLabelText("Class type")).toHaveProperty("value", "KSampler");
    expect(form.input().comfyWorkflow).toEqual(graph);
  });

  it("is taken as ComfyUI exports it, and says what was written otherwise", () => {
    const form = formOf("comfy", {});
    const box = screen.getByRole("textbox", { name: "Comfy workflow" });
    fireEvent.change(box, { target: { value: '{"3": {"class_type": "KSampler", "inputs": {"seed": 5}}}' } });
    expect(form.input().comfyWorkflow).toEqual({ "3": { classType: "KSampler", inputs: { seed: 5 } } });
    expect(box).toHaveProperty("value", expect.stringContaining('"classType": "KSampler"'));
    expect(screen.getByText(/class_type was written as classType/)).toBeTruthy();
  });
});

describe("another variant", () => {
  it("keeps what fits, names what does not, and gives it back when a variant takes it again", () => {
    const sdcpp = { engine: "sdcpp", ecosystem: "sd1", operation: "createImage", prompt: "a fox", cfgScale: 5 };
    const form = formOf("imageGen", { ...sdcpp, model: "urn:air:sd1:checkpoint:civitai:1@1" });
    fireEvent.change(screen.getByLabelText("Engine"), { target: { value: "google" } });
    expect(form.input()).toMatchObject({ engine: "google", prompt: "a fox" });
    expect(form.input()).not.toHaveProperty("cfgScale");
    expect(screen.getByText(/Left out: .*cfgScale/)).toBeTruthy();

    fireEvent.change(screen.getByLabelText("Engine"), { target: { value: "sdcpp" } });
    expect(form.input()).toMatchObject({ ...sdcpp, model: "urn:air:sd1:checkpoint:civitai:1@1" });
  });

  it("is taken back by the notice, down to the last member", () => {
    const start = { engine: "sdcpp", ecosystem: "sdxl", operation: "createImage", prompt: "a fox", cfgScale: 5 };
    const form = formOf("imageGen", start);
    fireEvent.change(screen.getByLabelText("Engine"), { target: { value: "google" } });
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(form.input()).toEqual(start);
    expect(screen.queryByText(/Left out/)).toBeNull();
  });

  it("of an object inside a list names what it drops, too", () => {
    const form = formOf("chatCompletion", {
      model: "openai/gpt-oss-120b",
      messages: [{ role: "user", content: "What is this?", name: "Ada" }],
    });
    fireEvent.change(screen.getByLabelText("Role"), { target: { value: "tool" } });
    expect(form.input().messages).toEqual([{ role: "tool", content: "What is this?" }]);
    expect(screen.getByText(/Left out: name/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Role"), { target: { value: "user" } });
    expect(form.input().messages).toEqual([{ role: "user", content: "What is this?", name: "Ada" }]);
  });
});

describe("a list", () => {
  const messages = ["one", "two", "three"].map((content) => ({ role: "user", content }));

  it("is put in order by buttons, and the focus goes along", () => {
    const form = formOf("chatCompletion", { model: "openai/gpt-oss-120b", messages });
    screen.getByRole("button", { name: "Move Message 1 down" }).focus();
    for (let presses = 0; presses < 2; presses += 1) fireEvent.click(document.activeElement ?? document.body);
    expect(form.input().messages).toEqual([messages[1], messages[2], messages[0]]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Move Message 3 down" }));
  });

  it("adds a picture to what a user says, by the kind of part", () => {
    const form = formOf("chatCompletion", { model: "openai/gpt-oss-120b", messages: messages.slice(0, 1) });
    fireEvent.click(screen.getByRole("radio", { name: "List" }));
    fireEvent.click(screen.getByRole("button", { name: "Add content" }));
    fireEvent.change(screen.getByLabelText("Type"), { target: { value: "image_url" } });
    fireEvent.change(screen.getByRole("textbox", { name: "URL" }), { target: { value: "https://x.example/a.png" } });
    expect(form.input().messages).toEqual([
      { role: "user", content: [{ type: "image_url", image_url: { url: "https://x.example/a.png" } }] },
    ]);
    fireEvent.click(screen.getByRole("radio", { name: "Text" }));
    expect(form.input().messages).toEqual(messages.slice(0, 1));
  });

  it("removes an item by one button", () => {
    formOf("chatCompletion", { model: "openai/gpt-oss-120b", messages: messages.slice(0, 1) });
    expect(screen.getAllByRole("button", { name: /^Remove/ })).toHaveLength(1);
  });
});

/** The form of a step behind a chat step, kept as the workbench keeps it. */
function formOf(type: string, input: Record<string, unknown>) {
  let latest: Chain;
  function Workbench() {
    const [chain, setChain] = useState<Chain>(() => ({
      ...emptyChain(),
      steps: [
        { key: "a", type: "chatCompletion", name: "ask", input: {}, parked: {} },
        { key: "b", type, name: "draw", input, parked: {} },
      ],
    }));
    latest = chain;
    const step = chain.steps[1];
    const stepType = catalogue.stepTypes.find((one) => one.type === type);
    if (!step || !stepType) throw new Error(`There is no ${type}.`);
    return (
      <StepForm
        stepType={stepType}
        input={step.input}
        onChange={(next) => setChain((now) => changeStep(now, "b", { input: next }))}
        scope={{
          stepKey: "b",
          sources: referenceSources(chain.steps, "b", catalogue),
          pastOutput: () => undefined,
          errorAt: () => undefined,
          isFaulty: () => false,
          parked: step.parked,
          park: (values) => setChain((now) => parkValues(now, "b", values)),
          argumentNames: Object.keys(argumentsOf(chain.settings)),
          addArgument: (name, value) => {
            setChain((now) => addArgument(now, name, value).chain);
            return name;
          },
          upload: async () => "",
        }}
      />
    );
  }
  render(<Workbench />);
  return {
    chain: () => latest,
    input: () => latest.steps[1]?.input as Record<string, unknown>, // Every form here edits an object.
    json: (label: string) => (screen.getByRole("textbox", { name: label }) as HTMLTextAreaElement).value, // JSON is a text area.
    choose: (label: string, item: string) => {
      const name = new RegExp(`^Use an earlier output for ${label},`);
      fireEvent.click(screen.getByRole("button", { name }));
      fireEvent.click(within(screen.getByRole("menu")).getByRole("menuitem", { name: item }));
    },
  };
}

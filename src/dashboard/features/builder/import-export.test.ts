import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportText } from "#dashboard/display/export-text.ts";
import { writeTemplate } from "./chain-template.ts";
import { importText } from "./import-text.ts";

const samplesPath = join(process.env.CONTRACT_DATA ?? "../shared", "samples/requests.json");
const samples: { path: string; body: Record<string, unknown> }[] = existsSync(samplesPath)
  ? JSON.parse(readFileSync(samplesPath, "utf8"))
  : [];
const origin = "http://127.0.0.1:4321";

function templateOf(text: string, recipe?: string): unknown {
  const read = importText(text, recipe);
  if (!read.ok) throw new Error(read.message);
  return writeTemplate(read.chain);
}

describe("importText", () => {
  it.skipIf(samples.length === 0)("reads every published body, and writes it as it came", () => {
    for (const { path, body } of samples) {
      const recipe = /\/recipes\/([^/?]+)/.exec(path)?.[1];
      const expected = recipe ? { steps: [{ $type: recipe, input: body }] } : body;
      expect(templateOf(JSON.stringify(body), recipe)).toEqual(expected);
    }
  });

  it("reads back what it exports as cURL, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (prompt, extra) => {
        const body = { steps: [{ $type: "imageGen", name: "a", input: { prompt, extra } }] };
        const plain = JSON.parse(JSON.stringify(body));
        expect(templateOf(exportText("curl", plain, origin))).toEqual(plain);
      }),
    );
  });

  it.each([
    ["-d", `curl https://x.example/v2/consumer/recipes/echo -H 'A: b' -d '{"message": "it'\\''s"}'`],
    ["--data=", `curl -X POST --data='{"message": "it\\u0027s"}' "https://x.example/v2/consumer/recipes/echo?wait=5"`],
    [
      "--data-raw over lines",
      `curl 'https://x.example/v2/consumer/recipes/echo' \\\n  --data-raw $'{"message": "it\\'s"}'`,
    ],
  ])("reads the call of a recipe out of a command with %s", (_, command) => {
    expect(templateOf(command)).toEqual({ steps: [{ $type: "echo", input: { message: "it's" } }] });
  });

  it("takes over what the address of a call says beside its body", () => {
    const address = "https://x.example/v2/consumer/recipes/echo?wait=500&allowMatureContent=false&ephemeral=true";
    const read = importText(`curl '${address}' -d '{"message": "hi"}'`);
    expect(read).toMatchObject({ ok: true, chain: { settings: { waitSeconds: 100, mature: "sfw" } } });
    expect(read.ok && writeTemplate(read.chain)).toMatchObject({ allowMatureContent: false, ephemeral: true });
  });

  it("makes a new draft of a past workflow", () => {
    const past = {
      id: "wf_1",
      createdAt: "2026-11-24T10:00:00Z",
      status: "succeeded",
      steps: [{ $type: "echo", name: "say", status: "succeeded", input: { message: "hi" }, output: { message: "hi" } }],
    };
    expect(templateOf(JSON.stringify(past))).toMatchObject({ steps: [{ $type: "echo", input: { message: "hi" } }] });
    expect(JSON.stringify(templateOf(JSON.stringify(past)))).not.toContain("output");
  });

  describe("of a graph that ComfyUI exported for its API", () => {
    const exported = {
      "3": {
        class_type: "KSampler",
        inputs: { seed: 5, model: ["4", 0], size: ["large", 2] },
        _meta: { title: "Draw" },
      },
      "4": { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "4" }, is_changed: "x" },
    };
    const graph = {
      "3": { classType: "KSampler", inputs: { seed: 5, model: [4, 0], size: ["large", 2] }, meta: { title: "Draw" } },
      "4": { classType: "CheckpointLoaderSimple", inputs: { ckpt_name: "4" }, isChanged: "x" },
    };
    const steps = [{ $type: "comfy", input: { comfyWorkflow: graph, quantity: 2 } }];

    it("makes it a step in the words of the API, and says so", () => {
      const read = importText(JSON.stringify(exported));
      expect(read).toMatchObject({ ok: true, from: "a ComfyUI graph", note: expect.stringMatching(/class_type/) });
      expect(templateOf(JSON.stringify(exported))).toEqual({
        steps: [{ $type: "comfy", input: { comfyWorkflow: graph } }],
      });
    });

    it("reads it inside of a body, and of the call of a recipe, too", () => {
      const input = { comfyWorkflow: exported, quantity: 2 };
      expect(templateOf(JSON.stringify({ steps: [{ $type: "comfy", input }] }))).toEqual({ steps });
      const call = `curl https://x.example/v2/consumer/recipes/comfy -d '${JSON.stringify(input)}'`;
      expect(templateOf(call)).toEqual({ steps });
    });

    it("leaves one in the words of the API as it is, and one of another step type", () => {
      const other = { steps: [{ $type: "customComfy", input: { workflow: exported } }, ...steps] };
      expect(templateOf(JSON.stringify(other))).toEqual(other);
      expect(importText(JSON.stringify(other))).not.toHaveProperty("note");
    });

    it("says how to export one that ComfyUI saved for itself", () => {
      const message = expect.stringMatching(/Export it there for its API/);
      expect(importText('{"nodes": [], "links": [], "version": 0.4}')).toEqual({ ok: false, message });
    });
  });

  it.each([
    ["", /Paste/],
    ["{", /no JSON/],
    ["[]", /object with steps/],
    ['{"prompt": "a fox"}', /choose its step type/],
    ['{"steps": [{"$type": "echo"}, 3]}', /Step 2/],
    ["curl https://x.example", /sends no body/],
    ["curl https://x.example -d '{'", /no JSON/],
  ])("says what is wrong with %j", (text, message) => {
    expect(importText(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});

describe("exportText", () => {
  const body = { steps: [{ $type: "echo", input: { message: `it's "$HOME" \`x\` \\ ! {} \n line` } }] };

  it("writes a cURL command whose body a shell passes on unchanged", () => {
    const command = exportText("curl", body, origin).replace(/^curl /, "printf '%s\\n' ");
    const words = execFileSync("sh", ["-c", command], { env: { CIVITAI_TOKEN: "t" } }).toString();
    expect(words).toContain("Bearer t");
    expect(JSON.parse(words.slice(words.indexOf("-d\n") + 3))).toEqual(body);
  });

  it("writes JavaScript that sends the body", () => {
    const code = exportText("fetch", body, origin);
    const script = `const fetch = async (url, init) => { console.log(JSON.stringify([url, init])); return { status: 0, json() {} }; };\n${code}`;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { CIVITAI_TOKEN: "t" },
    });
    const [url, init] = JSON.parse(output.toString().split("\n")[0] ?? "");
    expect(url).toBe(`${origin}/v2/consumer/workflows`);
    expect(init.headers.Authorization).toBe("Bearer t");
    expect(JSON.parse(init.body)).toEqual(body);
  });

  it("never writes a token", () => {
    for (const kind of ["json", "curl", "fetch", "client"] as const) {
      expect(exportText(kind, body, origin)).not.toMatch(/Bearer [A-Za-z0-9]/);
    }
  });
});

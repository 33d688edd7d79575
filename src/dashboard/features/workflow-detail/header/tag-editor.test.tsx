// @vitest-environment jsdom
import { useQuery } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import type { Api } from "#dashboard/api/api.ts";
import { workflowQuery } from "#dashboard/api/workflow-queries.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { TagEditor } from "./tag-editor.tsx";

function Watched({ api, id }: { api: Api; id: string }) {
  const { data } = useQuery(workflowQuery(api, id));
  return data ? <TagEditor id={id} tags={data.tags ?? []} /> : null;
}

/** The tags of a workflow, drawn; what changes them is sent, counted, and held until it is let go. */
async function drawHeld(tags: string[]) {
  const sandbox = openTestSandbox();
  const api = apiOf(sandbox);
  const { body } = await api.call(submitWorkflow, {
    body: { steps: [{ $type: "echo", input: { message: "hello" } }], tags },
  });
  const id = body.id ?? "";
  const sent: string[] = [];
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const passOn = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    if (init.method !== "GET" && url.includes("/tags")) {
      sent.push(`${init.method} ${init.body ?? decodeURIComponent(url.replace(/.*\/tags\/|\?.*/g, ""))}`);
      await isLetGo;
    }
    return passOn(url, init);
  });
  renderScreen(<Watched api={api} id={id} />, { api });
  const box = await screen.findByRole("textbox", { name: "Add a tag" });
  return { sandbox, box, sent, letGo };
}

const removing = (tag: string) => screen.findByRole("button", { name: `Remove the tag ${tag}` });

describe("TagEditor", () => {
  it("keeps what is typed while a tag is being saved", async () => {
    const { box, sent, letGo } = await drawHeld([]);
    await userEvent.type(box, "ink{Enter}");
    await userEvent.clear(box);
    await userEvent.type(box, "sea");
    letGo();
    expect(await removing("ink")).toBeVisible();
    expect(box).toHaveValue("sea");
    await userEvent.type(box, "{Enter}");
    expect(await removing("sea")).toBeVisible();
    expect(box).toHaveValue("");
    expect(sent).toEqual(['POST "ink"', 'POST "sea"']);
  });

  it("saves a tag once, however often Enter is pressed while it is under way", async () => {
    const { box, sent, letGo } = await drawHeld([]);
    await userEvent.type(box, "ink{Enter}{Enter}{Enter}");
    letGo();
    expect(await removing("ink")).toBeVisible();
    expect(box).toHaveValue("");
    expect(sent).toEqual(['POST "ink"']);
  });

  it("empties the box of a saved tag also when another tag was taken off meanwhile", async () => {
    const { box, sent, letGo } = await drawHeld(["old"]);
    await userEvent.type(box, "ink{Enter}");
    await userEvent.click(await removing("old"));
    letGo();
    await expect.poll(() => screen.queryByRole("button", { name: "Remove the tag old" })).toBeNull();
    expect(await removing("ink")).toBeVisible();
    expect(box).toHaveValue("");
    expect(sent).toEqual(['POST "ink"', "DELETE old"]);
  });

  it("saves the next tag after the one that is under way, and names the one that was refused", async () => {
    const nine = Array.from({ length: 9 }, (_, index) => `tag ${index}`);
    const { box, letGo } = await drawHeld(nine);
    await userEvent.type(box, "tenth{Enter}");
    await userEvent.clear(box);
    await userEvent.type(box, "eleventh{Enter}");
    letGo();
    expect(await screen.findByRole("alert")).toHaveTextContent("The tag “eleventh” was not added.");
    expect(await removing("tenth")).toBeVisible();
    expect(box).toHaveValue("eleventh");
  });
});

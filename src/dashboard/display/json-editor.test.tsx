// @vitest-environment jsdom
import { EditorView } from "@codemirror/view";
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { JsonEditor } from "./json-editor.tsx";

afterEach(cleanup);

/** An editor whose page hands the text back only when it is told to. */
function open(text: string) {
  const told: string[] = [];
  const element = (shown: string) => <JsonEditor label="Body" text={shown} onChange={(typed) => told.push(typed)} />;
  const { container, rerender } = render(element(text));
  const view = EditorView.findFromDOM(container);
  if (!view) throw new Error("There is no editor.");
  return {
    told,
    shown: () => view.state.doc.toString(),
    type: (typed: string) =>
      view.dispatch({ changes: { from: view.state.doc.length, insert: typed }, userEvent: "input.type" }),
    handBack: (shown: string) => rerender(element(shown)),
  };
}

describe("an editor of JSON", () => {
  it("loses nothing that is typed before the page has drawn what was typed earlier", () => {
    const editor = open("");
    editor.type("1");
    editor.type("2");
    editor.type("3");
    editor.handBack("1");
    expect(editor.shown()).toBe("123");
    editor.type("4");
    editor.handBack("123");
    expect(editor.shown()).toBe("1234");
    editor.handBack("1234");
    expect(editor.shown()).toBe("1234");
    expect(editor.told).toEqual(["1", "12", "123", "1234"]);
  });

  it("shows a text that comes from elsewhere, also one that was typed once", () => {
    const editor = open("1");
    editor.type("2");
    editor.handBack("12");
    editor.handBack("[]");
    expect(editor.shown()).toBe("[]");
    editor.handBack("12");
    expect(editor.shown()).toBe("12");
  });
});

import { autocompletion, type CompletionContext, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json, jsonParseLinter } from "@codemirror/lang-json";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useEffectEvent, useRef } from "react";
import { sayJsonProblem } from "#dashboard/ui/say-json-problem.ts";
import { type Key, placeAt, rangeOfPath } from "./json-place.ts";

/** Something to be said about the value at a path. */
export type JsonRemark = { path: readonly Key[]; message: string; severity: "error" | "warning" };

/** What may be written at a place: a member or a value, and what it means. */
export type JsonSuggestion = { text: string; detail?: string };

export type JsonEditorProps = {
  label: string;
  text: string;
  /** Left out, the text is to be read and searched only. */
  onChange?: (text: string) => void;
  remarks?: readonly JsonRemark[];
  suggest?: (path: readonly Key[], property: string | undefined) => readonly JsonSuggestion[];
};

/** A JSON text with colours, a search, remarks at their places, and suggestions. Loaded only where it is shown. */
export function JsonEditor({ label, text, onChange, remarks, suggest }: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  // Texts that were told and have not come back yet.
  const awaited = useRef<string[]>([]);
  const isReadOnly = onChange === undefined;
  const tell = useEffectEvent((changed: string) => {
    awaited.current.push(changed);
    onChange?.(changed);
  });
  const suggestions = useEffectEvent(
    (path: readonly Key[], property: string | undefined) => suggest?.(path, property) ?? [],
  );
  const remarksIn = useEffectEvent((state: EditorState): Diagnostic[] =>
    (remarks ?? []).map(({ path, message, severity }) => ({ ...rangeOfPath(state, path), message, severity })),
  );
  const startText = useEffectEvent(() => text);

  useEffect(() => {
    if (!host.current) return;
    const parseErrors = jsonParseLinter();
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: startText(),
        extensions: [
          [lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets()],
          [json(), syntaxHighlighting(colours), look, EditorView.lineWrapping, search({ top: true })],
          [EditorState.readOnly.of(isReadOnly), EditorState.phrases.of(words)],
          autocompletion({ override: [(context) => complete(context, suggestions)] }),
          linter((current) => [...parseErrors(current).map(inWords(current)), ...remarksIn(current.state)], {
            delay: 300,
          }),
          lintGutter(),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap, ...searchKeymap]),
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (
              update.docChanged &&
              update.transactions.some(
                (one) =>
                  one.isUserEvent("input") ||
                  one.isUserEvent("delete") ||
                  one.isUserEvent("undo") ||
                  one.isUserEvent("redo") ||
                  one.isUserEvent("move"),
              )
            ) {
              tell(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    // Who reads a long text is looking for something.
    if (isReadOnly) openSearchPanel(editor);
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, [label, isReadOnly]);

  useEffect(() => {
    const current = view.current?.state.doc.toString();
    // A page that is slower than the typing hands an earlier text back: what was typed since stays.
    const echo = awaited.current.lastIndexOf(text);
    awaited.current = awaited.current.slice(echo + 1);
    if (view.current && current !== text && echo === -1) {
      awaited.current = [];
      view.current.dispatch({ changes: { from: 0, to: current?.length ?? 0, insert: text } });
    }
  }, [text]);

  return (
    <div ref={host} className="h-full min-h-0 overflow-hidden rounded-md border border-border-strong bg-surface" />
  );
}

/** What the parser says of a text, for who writes it. */
function inWords({ state }: EditorView): (fault: Diagnostic) => Diagnostic {
  return (fault) => ({ ...fault, message: sayJsonProblem(new Error(fault.message), state.doc.toString()) });
}

function complete(
  context: CompletionContext,
  suggest: (path: readonly Key[], property: string | undefined) => readonly JsonSuggestion[],
) {
  const word = context.matchBefore(/"?[\w$.:@-]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const { path, property } = placeAt(context.state, context.pos);
  const options = suggest(path, property).map(({ text, detail }) => {
    const written = property === undefined ? JSON.stringify(text) : text;
    return { label: written, type: property === undefined ? "property" : "enum", ...(detail ? { info: detail } : {}) };
  });
  const isClosed = context.state.sliceDoc(context.pos, context.pos + 1) === '"';
  return { from: word.from, to: context.pos + (isClosed ? 1 : 0), options, validFor: /^"?[\w$.:@-]*$/ };
}

/** The editor's own words, as the rest of the screen has them. */
const words = {
  next: "Next",
  previous: "Previous",
  all: "All",
  "match case": "Match case",
  regexp: "Pattern",
  "by word": "Whole words",
  replace: "Replace it",
  "replace all": "Replace all",
  close: "Close",
  "current match": "Found",
  Diagnostics: "Remarks",
  "No diagnostics": "No remarks",
  go: "Go",
};

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--text)", fontWeight: "500" },
  { tag: tags.string, color: "var(--success)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--info)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "0.8125rem", backgroundColor: "transparent", color: "var(--text)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--subtle)", border: "none" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-quiet)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--text)",
    border: "1px solid var(--border)",
    borderRadius: "6px",
  },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--text)" },
  ".cm-panels-top": { borderBottom: "1px solid var(--border)" },
  ".cm-search": { fontFamily: "var(--font-sans)", padding: "6px 32px 6px 8px" },
  ".cm-search label": { fontSize: "0.75rem", marginLeft: "6px", whiteSpace: "nowrap" },
  ".cm-search input[type=checkbox]": { accentColor: "var(--accent)", verticalAlign: "-2px" },
  ".cm-textfield": {
    backgroundColor: "var(--surface)",
    border: "1px solid var(--border-strong)",
    borderRadius: "6px",
    fontSize: "0.8125rem",
    padding: "2px 8px",
  },
  ".cm-button": {
    backgroundColor: "var(--raised)",
    backgroundImage: "none",
    border: "1px solid var(--border)",
    borderRadius: "6px",
    fontSize: "0.75rem",
    padding: "2px 8px",
  },
  ".cm-button:active": { backgroundImage: "none", backgroundColor: "var(--sunken)" },
  ".cm-panel.cm-search [name=close]": { color: "var(--muted)", fontSize: "1rem", padding: "4px 8px" },
  ".cm-searchMatch": { backgroundColor: "var(--warning-quiet)", outline: "1px solid var(--warning)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-quiet)", outline: "2px solid var(--accent)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent-quiet)",
    color: "var(--text)",
  },
});

import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

/** A key of an object or an index of a list. */
export type Key = string | number;

/** Where the value at a path stands in a JSON text; of a path that leads nowhere, the nearest value above it. */
export function rangeOfPath(state: EditorState, path: readonly Key[]): { from: number; to: number } {
  let node = syntaxTree(state).topNode.firstChild;
  let found = node;
  for (const key of path) {
    node = node ? childAt(state, node, key) : null;
    if (!node) break;
    found = node;
  }
  const name = found?.parent?.name === "Property" ? found.parent.firstChild : null;
  return name && found ? { from: name.from, to: found.to } : { from: found?.from ?? 0, to: found?.to ?? 0 };
}

/** The path of the object around a position, and the property whose value is being written there, if one is. */
export function placeAt(state: EditorState, position: number): { path: Key[]; property: string | undefined } {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(position, -1);
  const path: Key[] = [];
  let property: string | undefined;
  let isFirst = true;
  for (; node; node = node.parent) {
    const { parent }: SyntaxNode = node;
    if (node.name === "Property") {
      const name = nameOf(state, node);
      const isInValue = position > (node.firstChild?.to ?? node.to);
      if (isFirst && isInValue) property = name;
      else if (!isFirst && name !== undefined) path.unshift(name);
      isFirst = false;
    } else if (node.name === "Object") {
      isFirst = false;
      if (parent?.name === "Array") path.unshift(indexOf(parent, node));
    }
  }
  return { path, property };
}

function childAt(state: EditorState, node: SyntaxNode, key: Key): SyntaxNode | null {
  if (node.name === "Array" && typeof key === "number") return itemsOf(node)[key] ?? null;
  if (node.name !== "Object") return null;
  return node.getChildren("Property").find((one) => nameOf(state, one) === key)?.lastChild ?? null;
}

function itemsOf(array: SyntaxNode): SyntaxNode[] {
  const items: SyntaxNode[] = [];
  for (let child = array.firstChild; child; child = child.nextSibling) {
    if (!["[", "]", ",", "⚠"].includes(child.name)) items.push(child);
  }
  return items;
}

function indexOf(array: SyntaxNode, item: SyntaxNode): number {
  return itemsOf(array).findIndex(({ from }) => from === item.from);
}

function nameOf(state: EditorState, property: SyntaxNode): string | undefined {
  const name = property.getChild("PropertyName");
  if (!name) return undefined;
  try {
    return JSON.parse(state.sliceDoc(name.from, name.to));
  } catch {
    return undefined;
  }
}

import { useNavigate, useRouter } from "@tanstack/react-router";
import { type MouseEvent, type SyntheticEvent, useRef } from "react";
import type { ListRow } from "#dashboard/api/list-row.ts";

/** How long the pointer has to rest on a row before it is read ahead. */
const intentMs = 50;

/**
 * What opens the rows of a list, for all of them at once: a press on the link, or beside everything that can be pressed
 * by itself. Held keys and other buttons are left to the browser, which opens tabs by them. A row is read ahead when
 * the pointer or the focus comes to it.
 */
export function useOpenRow(rows: readonly ListRow[]) {
  const navigate = useNavigate();
  const router = useRouter();
  const intent = useRef<{ id: string; timer: ReturnType<typeof setTimeout> }>(undefined);
  const readAhead = ({ target }: SyntheticEvent) => {
    const id = rowOf(rows, target)?.id;
    if (id === intent.current?.id) return;
    clearTimeout(intent.current?.timer);
    intent.current = id === undefined ? undefined : { id, timer: setTimeout(() => void preload(id), intentMs) };
  };
  const preload = (id: string) =>
    router.preloadRoute({ to: "/workflows/$workflowId", params: { workflowId: id } }).catch(() => {});
  return {
    onClick: (event: MouseEvent) => {
      const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      const link = target.closest("a");
      if (!link && target.closest("button, label, input")) return;
      if (button !== 0 || (link && (ctrlKey || metaKey || shiftKey || altKey))) return;
      const row = rowOf(rows, target);
      if (!row) return;
      event.preventDefault();
      void navigate({ to: "/workflows/$workflowId", params: { workflowId: row.id } });
    },
    onMouseOver: readAhead,
    onFocus: readAhead,
    onTouchStart: readAhead,
  };
}

/** The row that an element belongs to. */
function rowOf(rows: readonly ListRow[], target: EventTarget): ListRow | undefined {
  const index = target instanceof Element ? target.closest<HTMLElement>("[data-index]")?.dataset.index : undefined;
  return index === undefined ? undefined : rows[Number(index)];
}

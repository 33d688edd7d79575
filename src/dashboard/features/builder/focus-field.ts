/**
 * Bring a field of the step's form into view and put the focus on it: the one at the path of the step's input, or the
 * nearest around it that is drawn. Folded groups on the way are opened.
 */
export function focusField(path: string): void {
  const form = document.querySelector<HTMLElement>("[data-step-form]");
  const holder = form && nearest(form, path);
  if (holder) focusIn(holder);
}

/** The same for the first of the workflow's settings that something is wrong with. */
export function focusFaultySetting(): void {
  const invalid = document.querySelector<HTMLElement>("[data-workflow-settings] [aria-invalid=true]");
  const settings = invalid ?? document.querySelector<HTMLElement>("[data-workflow-settings]");
  if (settings) focusIn(settings);
}

function focusIn(holder: HTMLElement): void {
  for (let fold = holder.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
    fold.open = true;
  }
  const control = holder.matches("input, textarea, select")
    ? holder
    : (holder.querySelector<HTMLElement>("[aria-invalid=true]") ??
      holder.querySelector<HTMLElement>("input, textarea, select") ??
      holder.querySelector<HTMLElement>("button") ??
      holder);
  control.focus({ preventScroll: true });
  holder.scrollIntoView({ block: "center" });
}

function nearest(form: HTMLElement, path: string): HTMLElement {
  for (let at = path; at !== ""; at = at.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, "")) {
    const found = form.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (found) return found;
  }
  return form;
}

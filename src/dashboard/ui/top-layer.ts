/**
 * Show in the browser's top layer, above whatever clips or stacks. Where there is none (a test's document), being in
 * the document is being shown.
 */
export function showOnTop(element: HTMLElement): void {
  if (element instanceof HTMLDialogElement) {
    if (element.open) return;
    if (typeof element.showModal === "function") element.showModal();
    else element.setAttribute("open", "");
  } else if (typeof element.showPopover === "function") {
    if (!element.matches(":popover-open")) element.showPopover();
  } else {
    // The attribute alone hides.
    element.removeAttribute("popover");
  }
}

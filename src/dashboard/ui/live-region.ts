import { frontModal } from "./modals.ts";

/** Say something to the screen reader without showing it: a count that changed, a status that came. */
export function announce(text: string): void {
  // A modal dialog makes everything outside it silent, so the region must be inside.
  const host = frontModal() ?? document.body;
  const region = host.querySelector(":scope > [data-live-region]") ?? host.appendChild(newRegion());
  region.textContent = "";
  // A region speaks only of changes it has seen: the text comes after the region, and the same text twice is a change.
  window.setTimeout(() => {
    // A dialog that was closed meanwhile, often by what is told here, took its region with it.
    if (region.isConnected) region.textContent = text;
    else announce(text);
  }, 50);
}

function newRegion(): HTMLElement {
  const region = document.createElement("div");
  region.dataset.liveRegion = "";
  region.className = "sr-only";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  return region;
}

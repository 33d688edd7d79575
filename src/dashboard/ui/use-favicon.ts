import { useEffect } from "react";

/** What the tab's icon tells besides the name: colour and shape both, so that neither stands alone. */
export type FaviconKind = "running" | "done" | "failed" | "attention";

/** Mark the tab's icon while this is on screen; `undefined` leaves it plain. The title says the same in words. */
export function useFavicon(kind: FaviconKind | undefined): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link || !kind) return;
    const plain = link.href;
    link.href = `data:image/svg+xml,${encodeURIComponent(drawFavicon(kind))}`;
    return () => {
      link.href = plain;
    };
  }, [kind]);
}

// The icon stands in the browser's own frame, where no token of the page reaches it: these read on light and on dark.
const marks: Record<FaviconKind, { fill: string; shape: string }> = {
  running: { fill: "#3b7bf0", shape: '<path d="M23 19.6v3.9l2.6 1.6"/>' },
  done: { fill: "#1f9d57", shape: '<path d="m20 23.4 2.2 2.2 4-4.4"/>' },
  failed: { fill: "#d93a45", shape: '<path d="m20.8 20.8 4.6 4.6m0-4.6-4.6 4.6"/>' },
  attention: { fill: "#7c4fd8", shape: '<path d="M23 19.4v4.2m0 2.9v.1"/>' },
};

/** The app's icon with a round mark at its lower right. */
export function drawFavicon(kind: FaviconKind): string {
  const { fill, shape } = marks[kind];
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    '<rect width="32" height="32" rx="7" fill="#0b7285"/>',
    '<path d="M6 20 18.5 7.5" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/>',
    '<circle cx="20" cy="6.5" r="3.25" fill="#eec24e"/>',
    `<circle cx="23" cy="23" r="8.25" fill="${fill}" stroke="#fff" stroke-width="1.5"/>`,
    `<g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</g>`,
    "</svg>",
  ].join("");
}

import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const key = "baton.theme";
const listeners = new Set<() => void>();

/** Set the kept choice on the page; called once before the first paint. */
export function applyKeptTheme(): void {
  const theme = keptTheme();
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  return { theme: useSyncExternalStore(subscribe, keptTheme), setTheme };
}

function setTheme(theme: Theme): void {
  if (theme === "system") localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
  tell();
}

function keptTheme(): Theme {
  const kept = localStorage.getItem(key);
  return kept === "light" || kept === "dark" ? kept : "system";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab chose: this one follows.
  if (listeners.size === 1) window.addEventListener("storage", tell);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", tell);
  };
}

function tell(): void {
  applyKeptTheme();
  for (const listener of listeners) listener();
}

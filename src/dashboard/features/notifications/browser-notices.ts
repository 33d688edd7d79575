import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { storedValue } from "#dashboard/ui/stored-value.ts";

/*
 * Notifications of the browser itself, for when this tab is not in front. Off until the operator turns the switch, and
 * then only if the browser is allowed to.
 */

/** `blocked`: the operator told the browser never to ask; only its own settings undo that. */
export type BrowserNotices = "unsupported" | "blocked" | "off" | "on";

const wanted = storedValue(() => localStorage, "baton.browser-notices", z.boolean(), false);

function readBrowserNotices(): BrowserNotices {
  if (!("Notification" in globalThis)) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  return wanted.read() && Notification.permission === "granted" ? "on" : "off";
}

export function useBrowserNotices(): BrowserNotices {
  return useSyncExternalStore(wanted.subscribe, readBrowserNotices);
}

/** Whether they are on. Asks the browser, which takes a while, only where the operator wants them. */
export function useNoticesOn(): boolean {
  return useSyncExternalStore(wanted.subscribe, () => wanted.read() && readBrowserNotices() === "on");
}

/** Turn them on, asking the browser first, or off. */
export async function setBrowserNotices(isOn: boolean): Promise<void> {
  if (isOn && Notification.permission === "default") await Notification.requestPermission();
  wanted.write(isOn && Notification.permission === "granted");
}

/** Show one outside the page. The same `id` takes the place of an earlier one, also of another tab's. */
export function showBrowserNotice(id: string, title: string, body: string, onPress: () => void): void {
  try {
    const shown = new Notification(title, { body, tag: `baton ${id}`, icon: "/favicon.svg" });
    shown.onclick = () => {
      window.focus();
      shown.close();
      onPress();
    };
  } catch {
    // Some phones show none without a service worker: what the page itself says has to do.
  }
}

import "@google/model-viewer";
import { createElement, useEffect, useEffectEvent, useRef } from "react";
import { takeOwnDecoders } from "./model-decoders.ts";

takeOwnDecoders();

export type ModelViewProps = { src: string; label: string; onLoaded: () => void; onFailed: () => void };

/** A 3D model, to be turned by drag or arrow keys and enlarged by wheel or pinch. Loaded only where one is opened. */
export function ModelView({ src, label, onLoaded, onFailed }: ModelViewProps) {
  const viewer = useRef<HTMLElement>(null);
  const loaded = useEffectEvent(onLoaded);
  const failed = useEffectEvent(onFailed);
  useEffect(() => {
    const element = viewer.current;
    const [load, fail] = [() => loaded(), () => failed()];
    element?.addEventListener("load", load);
    element?.addEventListener("error", fail);
    return () => {
      element?.removeEventListener("load", load);
      element?.removeEventListener("error", fail);
    };
  }, []);
  // Its own bar of progress would stay on top; the stage says itself what goes on.
  const noBar = createElement("span", { slot: "progress-bar" });
  const members = {
    ref: viewer,
    src,
    alt: label,
    "camera-controls": "",
    "interaction-prompt": "none",
    "shadow-intensity": "1",
    class: "block size-full",
  };
  return createElement("model-viewer", members, noBar);
}

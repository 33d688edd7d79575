import { useEffect, useRef } from "react";
import { isMature } from "#contract/mature.ts";
import type { WorkflowBlob } from "#contract/workflow.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { Dialog } from "#dashboard/ui/dialog.tsx";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { CompareStage } from "./compare-stage.tsx";
import type { RenewLinks } from "./download-outputs.ts";
import { LightboxBar } from "./lightbox-bar.tsx";
import { OutputFacts } from "./output-facts.tsx";
import { outputLabel } from "./output-label.ts";
import { StageMedium } from "./stage-medium.tsx";
import { useZoom } from "./use-zoom.ts";

/** Which output is open, and which one is compared with it, if one is. */
export type OpenOutput = { output: string; beside?: string | undefined };

export type LightboxProps = {
  /** Only what may be shown. */
  blobs: readonly WorkflowBlob[];
  open: OpenOutput;
  onOpen: (open: OpenOutput | undefined) => void;
  /** Ids of the mature outputs that were shown by a press; the others are blurred here too. */
  revealed: ReadonlySet<string>;
  onReveal: (id: string) => void;
  onExpired: RenewLinks;
};

/** One output large, with its facts, or two compared; arrows go to the neighbours. */
export function Lightbox({ blobs, open, onOpen, revealed, onReveal, onExpired }: LightboxProps) {
  const zoom = useZoom();
  // Not on a button, whose hint would lie over what is looked at.
  const start = useRef<HTMLDivElement>(null);
  const index = blobs.findIndex(({ blob }) => blob.id === open.output);
  const current = blobs[index];
  const beside = blobs.find(({ blob }) => blob.id === open.beside);
  const go = (by: number) => {
    const next = blobs[(index + by + blobs.length) % blobs.length];
    zoom.reset();
    if (next) onOpen({ output: next.blob.id });
  };
  const press = useStable((event: KeyboardEvent) => {
    if (!isForLightbox(event)) return;
    const actions: Record<string, () => void> = {
      ArrowRight: () => go(1),
      ArrowLeft: () => go(-1),
      "+": () => zoom.magnify(1.5),
      "=": () => zoom.magnify(1.5),
      "-": () => zoom.magnify(1 / 1.5),
      "0": zoom.reset,
    };
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [press]);
  if (!current) return null;
  const isVeiled = ({ blob }: WorkflowBlob) => isMature(blob.nsfwLevel) && !revealed.has(blob.id);
  const draw = (placed: WorkflowBlob) =>
    isVeiled(placed) ? (
      <span className="block w-80 max-w-full">
        <BlobFrame
          blob={placed.blob}
          medium={placed.medium}
          label={outputLabel(placed)}
          hideMature={false}
          allowMatureContent={undefined}
          onReveal={() => onReveal(placed.blob.id)}
          onExpired={onExpired}
        />
      </span>
    ) : (
      <StageMedium
        key={placed.blob.id}
        placed={placed}
        label={outputLabel(placed)}
        view={zoom.view}
        onExpired={onExpired}
      />
    );
  const canSlide = beside !== undefined && [current, beside].every((one) => one.medium === "image" && !isVeiled(one));
  return (
    <Dialog isOpen onClose={() => onOpen(undefined)} title={outputLabel(current)} size="full" initialFocus={start}>
      <div ref={start} tabIndex={-1} className="flex h-full flex-col gap-3 outline-none">
        <div className="flex min-h-0 flex-1 flex-col gap-4 md:flex-row">
          {beside ? (
            <CompareStage zoom={zoom} current={current} beside={beside} draw={draw} canSlide={canSlide} />
          ) : (
            <div
              ref={zoom.stage}
              {...(current.medium === "image" ? zoom.pointers : {})}
              className="flex min-h-48 min-w-0 flex-1 touch-none items-center justify-center overflow-hidden rounded-md bg-sunken"
            >
              {draw(current)}
            </div>
          )}
          <div className="max-h-40 shrink-0 overflow-y-auto md:max-h-none md:w-60">
            <OutputFacts placed={current} />
            {beside ? (
              <div className="mt-4 border-border border-t pt-3">
                <h3 className="mb-1 font-medium text-sm">Compared with {outputLabel(beside)}</h3>
                <OutputFacts placed={beside} />
              </div>
            ) : null}
          </div>
        </div>
        <LightboxBar
          blobs={blobs}
          index={index}
          current={current}
          besideId={beside?.blob.id}
          zoom={zoom}
          onGo={go}
          onCompare={(id) => {
            zoom.reset();
            onOpen({ output: current.blob.id, beside: id });
          }}
          onExpired={onExpired}
        />
      </div>
    </Dialog>
  );
}

/** A clip moves in time by the same keys, a model turns, a choice changes. */
function isForLightbox({ target, defaultPrevented, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey) return false;
  return !(target instanceof Element && target.closest("video, audio, model-viewer, select, input"));
}

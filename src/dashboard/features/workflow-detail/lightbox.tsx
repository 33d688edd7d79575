import { ChevronLeft, ChevronRight, Download, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useState } from "react";
import { isMature } from "#contract/mature.ts";
import type { WorkflowBlob } from "#contract/workflow.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { ratingWord } from "#dashboard/display/words.ts";
import { Dialog } from "#dashboard/ui/dialog.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { useStable } from "#dashboard/ui/use-stable.ts";

type Props = {
  blobs: readonly WorkflowBlob[];
  openId: string;
  onOpen: (id: string | undefined) => void;
  /** Ids of the mature outputs that were shown by a press; the others are blurred here too. */
  revealed: ReadonlySet<string>;
  onReveal: (id: string) => void;
};

const zoomAtMost = 8;

/** One output large, with its facts; arrows go to its neighbours. Gets only what may be shown. */
export function Lightbox({ blobs, openId, onOpen, revealed, onReveal }: Props) {
  const [zoom, setZoom] = useState(1);
  const index = blobs.findIndex(({ blob }) => blob.id === openId);
  const current = blobs[index];
  const go = (by: number) => {
    const next = blobs[(index + by + blobs.length) % blobs.length];
    setZoom(1);
    onOpen(next?.blob.id);
  };
  const press = useStable((event: KeyboardEvent) => {
    // A clip moves in time by the same keys.
    if (event.target instanceof HTMLMediaElement) return;
    if (event.key === "ArrowRight") go(1);
    if (event.key === "ArrowLeft") go(-1);
  });
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [press]);
  if (!current) return null;
  const { blob, medium, stepName, path } = current;
  const magnify = (factor: number) => setZoom((before) => Math.min(zoomAtMost, Math.max(1, before * factor)));
  const label = `${stepName}, ${path || "output"}`;
  return (
    <Dialog isOpen onClose={() => onOpen(undefined)} title={label} size="xl">
      <div className="flex flex-col gap-3 md:flex-row">
        <div
          className="flex max-h-[70vh] min-h-64 min-w-0 flex-1 items-center justify-center overflow-auto rounded-md bg-sunken"
          onWheel={(event) => medium !== "video" && magnify(event.deltaY < 0 ? 1.15 : 1 / 1.15)}
        >
          {isMature(blob.nsfwLevel) && !revealed.has(blob.id) ? (
            <BlobFrame
              blob={blob}
              medium={medium}
              label={label}
              hideMature={false}
              allowMatureContent={undefined}
              onReveal={() => onReveal(blob.id)}
            />
          ) : medium === "video" ? (
            // biome-ignore lint/a11y/useMediaCaption: made-up clips have no speech.
            <video
              src={blob.url ?? undefined}
              controls
              autoPlay
              loop
              className="max-h-[70vh] max-w-full"
              aria-label={label}
            />
          ) : medium === "audio" ? (
            // biome-ignore lint/a11y/useMediaCaption: music has nothing to caption.
            <audio src={blob.url ?? undefined} controls aria-label={label} />
          ) : (
            <img
              src={blob.url ?? undefined}
              alt={label}
              className="max-h-[70vh] max-w-full origin-center object-contain"
              style={{ transform: `scale(${zoom})` }}
            />
          )}
        </div>
        <dl className="grid shrink-0 grid-cols-[max-content_1fr] content-start gap-x-4 gap-y-1 text-sm md:w-56">
          <Fact name="Step" value={stepName} />
          <Fact name="Rating" value={ratingWord(blob.nsfwLevel)} />
          {blob.width && blob.height ? <Fact name="Size" value={`${blob.width} × ${blob.height}`} /> : null}
          {blob.duration ? <Fact name="Length" value={`${blob.duration} s`} /> : null}
          <Fact name="Id" value={blob.id} />
        </dl>
      </div>
      <div className="mt-3 flex items-center gap-1">
        <IconButton label="Previous output" icon={<ChevronLeft />} onClick={() => go(-1)} />
        <span className="tabular text-muted text-sm">
          {index + 1} of {blobs.length}
        </span>
        <IconButton label="Next output" icon={<ChevronRight />} onClick={() => go(1)} />
        {medium === "image" ? (
          <>
            <IconButton label="Larger" icon={<ZoomIn />} onClick={() => magnify(1.5)} />
            <IconButton label="Smaller" icon={<ZoomOut />} onClick={() => magnify(1 / 1.5)} />
          </>
        ) : null}
        <a
          href={blob.url ?? undefined}
          download={blob.id}
          className="ml-auto inline-flex h-8 items-center gap-1.5 rounded-md border border-border px-3 text-sm hover:bg-hover"
        >
          <Download className="size-4" /> Download
        </a>
      </div>
    </Dialog>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </>
  );
}

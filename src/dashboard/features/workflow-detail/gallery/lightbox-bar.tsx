import { ChevronLeft, ChevronRight, Download, Maximize, ZoomIn, ZoomOut } from "lucide-react";
import type { WorkflowBlob } from "#contract/workflow.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { DownloadFailure } from "./download-failure.tsx";
import { type RenewLinks, useDownloads } from "./download-outputs.ts";
import { outputLabel } from "./output-label.ts";
import type { Zoom } from "./use-zoom.ts";

type Props = {
  blobs: readonly WorkflowBlob[];
  index: number;
  current: WorkflowBlob;
  besideId: string | undefined;
  zoom: Zoom;
  onGo: (by: number) => void;
  /** Compare with another output, or with none. */
  onCompare: (id: string | undefined) => void;
  onExpired: RenewLinks;
};

const nothing = "none";

/** Goes to the neighbours, enlarges, compares and saves. */
export function LightboxBar({ blobs, index, current, besideId, zoom, onGo, onCompare, onExpired }: Props) {
  const downloads = useDownloads(onExpired);
  const others = blobs.filter((one) => one !== current && one.medium === current.medium);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="flex items-center gap-1">
        <IconButton label="Previous output" icon={<ChevronLeft />} onClick={() => onGo(-1)} />
        <span className="tabular text-muted text-sm">
          {index + 1} of {blobs.length}
        </span>
        <IconButton label="Next output" icon={<ChevronRight />} onClick={() => onGo(1)} />
      </span>
      {current.medium === "image" ? (
        <span className="flex items-center gap-1">
          <IconButton label="Smaller" icon={<ZoomOut />} onClick={() => zoom.magnify(1 / 1.5)} />
          <output aria-label="Zoom" className="tabular w-12 text-center text-muted text-sm">
            {Math.round(zoom.view.scale * 100)}%
          </output>
          <IconButton label="Larger" icon={<ZoomIn />} onClick={() => zoom.magnify(1.5)} />
          <IconButton label="The whole picture" icon={<Maximize />} onClick={zoom.reset} />
        </span>
      ) : null}
      {others.length > 0 && (current.medium === "image" || current.medium === "video") ? (
        <Select
          aria-label="Compare with"
          size="sm"
          className="!w-56"
          value={besideId ?? nothing}
          onValueChange={(id) => onCompare(id === nothing ? undefined : id)}
          options={[
            { value: nothing, label: "Compare with nothing" },
            ...others.map((one) => ({ value: one.blob.id, label: `Compare with ${outputLabel(one)}` })),
          ]}
        />
      ) : null}
      <Button
        icon={<Download />}
        className="ml-auto"
        isBusy={downloads.isBusy}
        onClick={() => downloads.saveOne(current)}
      >
        Download
      </Button>
      {downloads.problem ? <DownloadFailure problem={downloads.problem} /> : null}
    </div>
  );
}

import { Columns2, SquareSplitHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { WorkflowBlob } from "#contract/workflow.ts";
import { SegmentedControl } from "#dashboard/ui/segmented-control.tsx";
import { outputLabel } from "./output-label.ts";
import type { Zoom } from "./use-zoom.ts";

type Props = {
  zoom: Zoom;
  current: WorkflowBlob;
  beside: WorkflowBlob;
  draw: (placed: WorkflowBlob) => ReactNode;
  /** Two pictures lie over each other; of clips and of what is blurred both are shown beside each other. */
  canSlide: boolean;
};

type Manner = "beside" | "slider";

/** Two outputs under one zoom: beside each other, or over each other with a slider between them. */
export function CompareStage({ zoom, current, beside, draw, canSlide }: Props) {
  const [wish, setWish] = useState<Manner>("beside");
  const [share, setShare] = useState(50);
  const manner = canSlide ? wish : "beside";
  const pane = "flex min-h-0 min-w-0 items-center justify-center overflow-hidden";
  return (
    <div className="flex min-h-48 min-w-0 flex-1 flex-col gap-2">
      {canSlide ? (
        <SegmentedControl
          label="How to compare"
          size="sm"
          value={manner}
          onValueChange={setWish}
          segments={[
            { value: "beside", label: "Side by side", icon: <Columns2 /> },
            { value: "slider", label: "Slider", icon: <SquareSplitHorizontal /> },
          ]}
        />
      ) : null}
      {manner === "slider" ? (
        <>
          <div
            ref={zoom.stage}
            {...zoom.pointers}
            className="relative min-h-0 flex-1 touch-none overflow-hidden rounded-md bg-sunken"
          >
            <div className={`absolute inset-0 ${pane}`}>{draw(beside)}</div>
            <div className={`absolute inset-0 bg-sunken ${pane}`} style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
              {draw(current)}
            </div>
            <div aria-hidden="true" className="absolute inset-y-0 w-0.5 bg-accent" style={{ left: `${share}%` }} />
          </div>
          <label className="flex items-center gap-3 text-muted text-xs">
            <span className="max-w-32 truncate">{outputLabel(current)}</span>
            <input
              type="range"
              min={0}
              max={100}
              value={share}
              onChange={(event) => setShare(Number(event.target.value))}
              aria-label={`How much of ${outputLabel(current)} is shown over ${outputLabel(beside)}`}
              className="min-w-0 flex-1 accent-accent"
            />
            <span className="max-w-32 truncate">{outputLabel(beside)}</span>
          </label>
        </>
      ) : (
        <div className="grid min-h-0 flex-1 grid-cols-1 grid-rows-2 gap-1 sm:grid-cols-2 sm:grid-rows-1">
          {[current, beside].map((placed, index) => (
            <figure key={placed.blob.id} className="flex min-h-0 min-w-0 flex-col">
              <div
                ref={index === 0 ? zoom.stage : undefined}
                {...(placed.medium === "image" ? zoom.pointers : {})}
                className={`flex-1 touch-none rounded-md bg-sunken ${pane}`}
              >
                {draw(placed)}
              </div>
              <figcaption className="truncate pt-1 text-muted text-xs">{outputLabel(placed)}</figcaption>
            </figure>
          ))}
        </div>
      )}
    </div>
  );
}

import { type ComponentType, lazy, Suspense, useEffect, useEffectEvent } from "react";
import { MediumElsewhere } from "#dashboard/api/medium-bytes.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { ElsewhereLink } from "./download-failure.tsx";
import type { ModelViewProps } from "./model-view.tsx";
import { useModelBytes } from "./use-model-bytes.ts";

type NamedView = ModelViewProps & { fileName: string };

// A megabyte, and rarely wanted: not fetched before it is. Where it can't be, the model is offered as the file that it is.
const ModelView = lazy<ComponentType<NamedView>>(() =>
  import("./model-view.tsx").then(
    ({ ModelView: Viewer }) => ({ default: Viewer }),
    () => ({ default: NoModelView }),
  ),
);

type Props = { url: string; fileName: string; label: string; onLoaded: () => void; onFailed: () => void };

/** A 3D model on the stage. One that can't be read here, because its host is not relayed, is linked to. */
export function ModelStage({ url, fileName, label, onLoaded, onFailed }: Props) {
  const bytes = useModelBytes(url);
  const failed = useEffectEvent(onFailed);
  const elsewhere = bytes.state === "failed" && bytes.error instanceof MediumElsewhere ? bytes.error : undefined;
  const isBroken = bytes.state === "failed" && elsewhere === undefined;
  useEffect(() => {
    if (isBroken) failed();
  }, [isBroken]);
  if (elsewhere) {
    return (
      <div role="alert" className="flex flex-col items-center gap-2 p-4 text-center text-sm">
        <p>{elsewhere.message}</p>
        <ElsewhereLink label={`Open it on ${elsewhere.host}`} url={elsewhere.url} />
      </div>
    );
  }
  const wait = <Skeleton className="size-full" />;
  if (bytes.state !== "read") return wait;
  return (
    <Suspense fallback={wait}>
      <ModelView src={bytes.src} fileName={fileName} label={label} onLoaded={onLoaded} onFailed={onFailed} />
    </Suspense>
  );
}

function NoModelView({ src, fileName }: NamedView) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 p-4 text-center text-sm">
      <p>
        The viewer of 3D models could not be fetched. Reload the page once you are online; the model itself is here.
      </p>
      <a href={src} download={fileName} className="text-accent underline underline-offset-2">
        Save the model
      </a>
    </div>
  );
}

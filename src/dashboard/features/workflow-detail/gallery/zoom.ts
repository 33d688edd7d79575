/** How a picture lies on its stage: enlarged about the middle, then moved by so many px. */
export type View = { scale: number; x: number; y: number };
/** A place on the stage, or the stage's size, in px; a place counts from the middle. */
export type Spot = { x: number; y: number };

export const wholeView: View = { scale: 1, x: 0, y: 0 };
const scaleAtMost = 8;

/** The view enlarged by a factor, so that what lies under the place stays there. */
export function zoomAt(view: View, factor: number, at: Spot, stage: Spot): View {
  const scale = Math.min(scaleAtMost, Math.max(1, view.scale * factor));
  const growth = scale / view.scale;
  return kept({ scale, x: at.x - (at.x - view.x) * growth, y: at.y - (at.y - view.y) * growth }, stage);
}

/** The view moved; its edges don't come into the stage. */
export function panBy(view: View, by: Spot, stage: Spot): View {
  return kept({ ...view, x: view.x + by.x, y: view.y + by.y }, stage);
}

function kept({ scale, x, y }: View, stage: Spot): View {
  if (scale === 1) return wholeView;
  const within = (value: number, size: number) => {
    const reach = ((scale - 1) * size) / 2;
    return Math.min(reach, Math.max(-reach, value));
  };
  return { scale, x: within(x, stage.x), y: within(y, stage.y) };
}

import { actShapes } from './act-shapes.tsx';
import { placeShapes } from './place-shapes.tsx';
import { stepShapes } from './step-shapes.tsx';

/** The drawn icons: 16 × 16, stroke 1.5, no fill. One name means one thing on every page. */
export const iconShapes = { ...actShapes, ...placeShapes, ...stepShapes } as const;

import * as schemas from '../schemas/enrolment.ts';
import * as whySchemas from '../schemas/why.ts';
import {
  createEnrolments,
  getEnrolment,
  getEnrolmentGraph,
  listEnrolments,
  listTimeline,
} from '../services/enrolment.ts';
import { commandEnrolment } from '../services/enrolment-command.ts';
import { explainEnrolment } from '../services/why.ts';
import { procedure, router } from '../trpc.ts';

export const enrolmentsRouter = router({
  list: procedure
    .input(schemas.enrolmentList)
    .output(schemas.enrolments)
    .query(({ ctx, input }) => listEnrolments(ctx, input)),
  get: procedure
    .input(schemas.enrolmentGet)
    .output(schemas.enrolment)
    .query(({ ctx, input }) => getEnrolment(ctx, input)),
  timeline: procedure
    .input(schemas.timelineList)
    .output(schemas.timeline)
    .query(({ ctx, input }) => listTimeline(ctx, input)),
  graph: procedure
    .input(schemas.enrolmentGet)
    .output(schemas.enrolmentGraph)
    .query(({ ctx, input }) => getEnrolmentGraph(ctx, input)),
  why: procedure
    .input(whySchemas.whyGet)
    .output(whySchemas.why)
    .query(({ ctx, input }) => explainEnrolment(ctx, input)),
  create: procedure
    .input(schemas.enrolmentCreate)
    .output(schemas.enrolmentCreated)
    .mutation(({ ctx, input }) => createEnrolments(ctx, input)),
  command: procedure
    .input(schemas.enrolmentCommand)
    .output(schemas.enrolment)
    .mutation(({ ctx, input }) => commandEnrolment(ctx, input)),
});

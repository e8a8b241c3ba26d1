ALTER TABLE "organisation" ADD COLUMN "assignment_ran_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "assignment_ran_count" integer;
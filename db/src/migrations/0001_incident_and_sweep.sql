ALTER TABLE "enrolment" ADD COLUMN "incident_event_no" integer;--> statement-breakpoint
CREATE INDEX "debtor_poked" ON "debtor" USING btree ("poked_at") WHERE poked_at is not null;
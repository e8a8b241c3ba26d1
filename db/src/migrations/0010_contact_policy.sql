ALTER TABLE "organisation" ADD COLUMN "messages_per_week" integer;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "messages_per_week_consumer" integer;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "calls_per_day" integer;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "calls_per_day_consumer" integer;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "send_from" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "send_until" text;
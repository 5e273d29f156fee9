/**
 * The least probability at which a candidate is a name, by its type: the scorer is not equally sure of all. By folds over
 * the annotated training texts, of candidates held to be 20 to 42 % likely 54 % of the programmes are names, and 18 % of
 * the regions. Chosen by the same folds, on the low side where F1 is flat, since a relation wants both its ends: with
 * these and with one number for all (.42; .33 up to 1,500 characters) F1 of core names is .901 and .890 in long texts,
 * .880 and .876 in short ones, of relations as read .773 and .765, .674 and .672.
 */
import type { EntityType } from '../../schema.js';

export const LEAST: Readonly<Record<EntityType, number>> = {
  Region: 0.45,
  Town: 0.36,
  Village: 0.36,
  Company: 0.36,
  Project: 0.36,
  Park: 0.33,
  Honour: 0.36,
  Program: 0.2,
  Organization: 0.25,
  Facility: 0.33,
  Person: 0.33,
  Product: 0.42,
  Event: 0.28,
};

// Placeholder until the first test of SurveyTests lands.

#!/bin/sh
# Files a report with curl: ./file-report.sh report.docx AGENCY-ID YEAR
# GONGKAI_URL is the address of the platform, GONGKAI_TOKEN a token of scope "file".
set -eu
file=$1 agency=$2 year=$3

# The same key with the same content gives the same receipt, however often it is sent.
key=$(sha256sum "$file" | cut -c1-64)
operations=$(cat <<JSON
{
  "query": "mutation (\$input: SubmitReportInput!) { submitReport(input: \$input) { __typename ... on Submission { receipt { number receivedAt contentSha256 documentSha256 } } ... on Refusal { code message { zh } findings { code severity message { zh } remedy { zh } } } } }",
  "variables": { "input": { "idempotencyKey": "$key", "report": { "agencyId": "$agency", "year": $year, "file": null } } }
}
JSON
)

# The GraphQL multipart request convention: operations, which variable each file stands in, the files. The header keeps other sites out.
curl --silent --show-error --fail-with-body "$GONGKAI_URL/graphql" \
  --header "Authorization: Bearer $GONGKAI_TOKEN" \
  --header 'Apollo-Require-Preflight: 1' \
  --form-string "operations=$operations" \
  --form-string 'map={ "0": ["variables.input.report.file"] }' \
  --form "0=@$file"

